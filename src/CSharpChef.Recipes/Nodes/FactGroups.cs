namespace CSharpChef.Recipes;

/// <summary>Facts that cost a machine one question together.</summary>
[Flags]
internal enum FactGroups
{
    None = 0,

    /// <summary>Names, platform, kernel, cpu, memory, users, boot: read from files.</summary>
    Machine = 1,

    /// <summary>Interfaces and addresses.</summary>
    Network = 2,

    /// <summary>Mounted file systems and their sizes.</summary>
    Mounts = 4,

    /// <summary>Who we are there. Not verified: a run that may not do what it must says so itself.</summary>
    Login = 8,

    /// <summary>
    /// When it booted. A group of its own, since a clock that is set makes it jitter: only runs that read it pay for
    /// that.
    /// </summary>
    Boot = 16,
}
