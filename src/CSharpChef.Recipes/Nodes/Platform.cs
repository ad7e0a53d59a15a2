namespace CSharpChef.Recipes;

/// <summary>The operating system of a node.</summary>
public sealed class Platform
{
    private readonly Facts facts;

    internal Platform(Facts facts) => this.facts = facts;

    /// <summary>The distribution: <c>debian</c>, <c>ubuntu</c>, <c>alpine</c>, <c>rocky</c>, …</summary>
    public string Name => facts.Text("platform.name");

    /// <summary>The version of the distribution, such as <c>12</c>, <c>24.04</c> or <c>3.20.1</c>.</summary>
    public string Version => facts.Text("platform.version");

    /// <summary>
    /// The family of the distribution: <c>debian</c>, <c>rhel</c>, <c>alpine</c>, or the name of the distribution
    /// itself.
    /// </summary>
    public string Family => facts.Text("platform.family");

    /// <summary>The code name of the version, such as <c>bookworm</c>; empty when there is none.</summary>
    public string Codename => facts.Text("platform.codename");
}
