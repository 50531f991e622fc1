namespace CxMetrics.Api.Tests.Hosting;

internal sealed partial class RawConnection
{
    public static Task<RawConnection> OpenAsync(CxMetricsApplication app) => OpenAsync(app.Client.BaseAddress!);
}
