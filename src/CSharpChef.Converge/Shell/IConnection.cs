namespace CSharpChef.Converge.Shell;

/// <summary>A connection to one host. Each command started on it is one round trip, and is counted.</summary>
internal interface IConnection : IAsyncDisposable
{
    /// <summary>The commands started so far.</summary>
    int RoundTrips { get; }

    /// <summary>Starts a command in the login user's shell. Its input stays open until disposed.</summary>
    Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct);
}
