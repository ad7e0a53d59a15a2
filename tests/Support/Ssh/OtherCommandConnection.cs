using CSharpChef.Converge.Local;
using CSharpChef.Converge.Shell;

namespace CSharpChef.TestSupport.Ssh;

/// <summary>A connection to this machine that runs one command in place of each that it is given.</summary>
internal sealed class OtherCommandConnection(string command) : IConnection
{
    private readonly LocalConnection machine = new();

    public int RoundTrips => machine.RoundTrips;

    public Task<IRemoteProcess> ExecAsync(string given, CancellationToken ct) => machine.ExecAsync(command, ct);

    public ValueTask DisposeAsync() => machine.DisposeAsync();
}
