namespace CSharpChef.Converge.Shell;

/// <summary>One command running on a machine.</summary>
internal interface IRemoteProcess : IAsyncDisposable
{
    /// <summary>Standard input; disposing it sends the end of file.</summary>
    Stream Input { get; }

    Stream Output { get; }

    Stream Error { get; }

    /// <summary>Ends with the exit code, or with null when a signal or a lost link took it.</summary>
    Task<int?> Exit { get; }
}
