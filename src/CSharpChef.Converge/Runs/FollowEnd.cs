namespace CSharpChef.Converge.Runs;

/// <summary>How the following of a run that another process started has ended.</summary>
internal enum FollowEnd
{
    /// <summary>The run has ended, and all its lines were read.</summary>
    Ended,

    /// <summary>The host has no journal of this run: it never began there, or its journal was removed.</summary>
    Unknown,

    /// <summary>The program was killed, or the machine restarted, before the run ended.</summary>
    Interrupted,

    /// <summary>The run goes on, and is no longer waited for.</summary>
    StillRunning,
}
