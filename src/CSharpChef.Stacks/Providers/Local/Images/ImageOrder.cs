namespace CSharpChef.Stacks.Providers.Local.Images;

/// <summary>A base image to build.</summary>
/// <param name="Suite">Debian's name of the release, such as bookworm.</param>
internal sealed record ImageOrder(string Suite)
{
    public const string DefaultMirror = "http://deb.debian.org/debian";

    /// <summary>The URL of a Debian mirror.</summary>
    public string Mirror { get; init; } = DefaultMirror;

    /// <summary>Packages that every machine of the image has, besides those that it needs.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];
}
