using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The output of tests is not for servers.</summary>
internal sealed class QuietLog : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => NullLogger.Instance;

    public void Dispose()
    {
    }
}
