using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Responses;

/// <summary>Opens the sessions of this process's writers.</summary>
internal sealed class SqlServerWriteSessions(
    SqlServerDatabase database,
    SqlServerResponseKeys keys,
    ReportingCalendar calendar,
    IOptions<StorageOptions> options
)
{
    public IWriteSession Open() =>
        SqlServerFaults.Translate(() =>
            new SqlServerWriteSession(database.OpenWriter(), keys, calendar, options.Value.BusyTimeout)
        );
}
