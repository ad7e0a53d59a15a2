namespace CSharpChef.Converge.Sudo;

/// <summary>The user as whom a program runs on a host.</summary>
internal abstract record Elevation
{
    public static Elevation LoginUser { get; } = new None();

    /// <summary>Root needs no sudo, and this machine itself is changed as its user unless sudo is asked for.</summary>
    public static Elevation For(SudoUse use, string? password, bool isLocal, bool isRoot) => use switch
    {
        SudoUse.Never => LoginUser,
        _ when isRoot => LoginUser,
        SudoUse.Always => new Sudo(password),
        _ => isLocal ? LoginUser : new Sudo(password),
    };

    public sealed record None : Elevation;

    /// <summary>Runs programs as root through sudo. With a null password, sudo must not require one.</summary>
    public sealed record Sudo(string? Password = null) : Elevation
    {
        public override string ToString() => nameof(Sudo);
    }
}
