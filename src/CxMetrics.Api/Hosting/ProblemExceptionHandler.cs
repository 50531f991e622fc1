using CxMetrics.Domain.Facts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Hosting;

/// <summary>The one place where exceptions become answers. What is not named here is a bug and answered 500 without detail.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        ProblemHttpResult? problem = exception switch
        {
            StorageUnavailableException => Problems.Unavailable(
                httpContext,
                "The database does not answer; nothing was stored. Send it again."
            ),
            BadHttpRequestException bad => TypedResults.Problem(bad.Message, statusCode: bad.StatusCode),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }

        if (exception is StorageUnavailableException)
        {
            LogStorageUnavailable(logger, exception);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer")]
    private static partial void LogStorageUnavailable(ILogger logger, Exception exception);
}
