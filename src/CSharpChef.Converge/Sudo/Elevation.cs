namespace CSharpChef.Converge.Sudo;

/// <summary>As whom a program runs on a node.</summary>
internal abstract record Elevation
{
    public static Elevation LoginUser { get; } = new None();

    public sealed record None : Elevation;

    /// <summary>As root by way of sudo; without a password sudo must not need one.</summary>
    public sealed record Sudo(string? Password = null) : Elevation
    {
        public override string ToString() => nameof(Sudo);
    }
}
