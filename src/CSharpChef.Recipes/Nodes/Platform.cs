namespace CSharpChef.Recipes;

/// <summary>The operating system of a node.</summary>
public sealed class Platform
{
    internal Platform(Facts facts) => Facts = facts;

    /// <summary>The distribution: <c>debian</c>, <c>ubuntu</c>, <c>alpine</c>, <c>rocky</c>, …</summary>
    public string Name => Facts.Text("platform.name");

    /// <summary>The version of the distribution, such as <c>12</c>, <c>24.04</c> or <c>3.20.1</c>.</summary>
    public string Version => Facts.Text("platform.version");

    /// <summary>
    /// The family of the distribution: <c>debian</c>, <c>rhel</c>, <c>alpine</c>, or the name of the distribution
    /// itself.
    /// </summary>
    public string Family => Facts.Text("platform.family");

    /// <summary>The code name of the version, such as <c>bookworm</c>; empty when there is none.</summary>
    public string Codename => Facts.Text("platform.codename");

    internal Facts Facts { get; }
}
