namespace CSharpChef.Converge.Shell;

/// <summary>One command running on a host.</summary>
internal interface IRemoteProcess : IAsyncDisposable
{
    /// <summary>Standard input; disposing it sends the end of file.</summary>
    Stream Input { get; }

    Stream Output { get; }

    Stream Error { get; }

    /// <summary>
    /// Completes with the exit code, or with null when a signal or a lost connection ended the command.
    /// </summary>
    Task<int?> Exit { get; }

    /// <summary>Leaves the command running when this is disposed, which terminates it otherwise.</summary>
    void KeepRunning();
}
