using CxMetrics.Api.Commands;

return await CommandLine.RunAsync(args);
