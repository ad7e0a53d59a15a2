using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>A log provider that discards everything, so that servers print nothing into the output of tests.</summary>
internal sealed class QuietLog : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => NullLogger.Instance;

    public void Dispose()
    {
    }
}
