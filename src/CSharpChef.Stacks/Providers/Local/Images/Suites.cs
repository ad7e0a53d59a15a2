namespace CSharpChef.Stacks.Providers.Local.Images;

/// <summary>
/// The operating systems of this host's machines, in the words of the API, and Debian's names for them.
/// </summary>
internal static class Suites
{
    public const string Default = "bookworm";

    private static readonly (string Name, string Id, string Suite)[] All =
    [
        ("Debian 13", "debian-13", "trixie"),
        ("Debian 12", "debian-12", "bookworm"),
        ("Debian 11", "debian-11", "bullseye"),
    ];

    public static IReadOnlyList<string> Names => [.. All.Select(os => os.Suite)];

    /// <param name="os">The name or the id of an operating system; null for the default.</param>
    /// <exception cref="ProviderException">Machines of this host cannot have it.</exception>
    public static string Require(string? os) => os is null
        ? Default
        : All.FirstOrDefault(known => os == known.Name || os == known.Id).Suite ?? throw new ProviderException(
            $"Machines of this host cannot run '{os}'. Set Os to one of: {string.Join(", ", All.Select(known => known.Name))}.");
}
