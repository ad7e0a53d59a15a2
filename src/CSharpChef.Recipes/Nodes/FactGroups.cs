namespace CSharpChef.Recipes;

/// <summary>Groups of facts. A machine collects and verifies the facts of a group together.</summary>
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

    /// <summary>
    /// The login of the connection. Not verified: a run without the rights it needs fails with its own error.
    /// </summary>
    Login = 8,

    /// <summary>
    /// The boot time. A separate group, because setting the clock changes it: only runs that read it are affected.
    /// </summary>
    Boot = 16,
}
