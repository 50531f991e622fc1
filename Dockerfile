# Build: the same restore and publish commands as .ci/run.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/CxMetrics.Api --configuration Release --output /app

# Run: the Debian-based image carries ICU, which names, languages and the SQL Server client need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install --yes --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /home/app
COPY --from=build /app /app
RUN mkdir --parents data && chown app:app data
USER app
# The SQLite file lives in ./data.
VOLUME /home/app/data
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    ASPNETCORE_HTTP_PORTS=5080
EXPOSE 5080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
    CMD curl --fail --silent http://127.0.0.1:5080/health/ready || exit 1
ENTRYPOINT ["dotnet", "/app/CxMetrics.Api.dll"]
