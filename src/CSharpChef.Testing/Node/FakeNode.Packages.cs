namespace CSharpChef.Testing;

// What a test says of packages before a run.
public sealed partial class FakeNode
{
    /// <summary>Installs a package, without what <see cref="PackageBrings"/> says of it.</summary>
    public FakeNode HasPackage(string name, string version = "1.0")
    {
        Machine.Packages.Place(name, version);
        return this;
    }

    /// <summary>
    /// Lets the package sources offer a version; the one said last is the newest. A package nobody spoke of can be
    /// installed in any version, by default <c>1.0</c>, unless <see cref="OffersOnly"/> was said.
    /// </summary>
    /// <example><code>FakeNode.Debian12().HasPackage("nginx", "1.22").Offers("nginx", "1.24")</code></example>
    public FakeNode Offers(string name, string version)
    {
        Machine.Packages.Offer(name, version);
        return this;
    }

    /// <summary>
    /// Lets the package sources know these packages, as version <c>1.0</c>, and those of <see cref="Offers"/>, and no
    /// others.
    /// </summary>
    public FakeNode OffersOnly(params string[] names)
    {
        Machine.Packages.OffersAnything = false;
        foreach (var name in names.Where(name => !Machine.Packages.IsOffered(name)))
        {
            Machine.Packages.Offer(name, "1.0");
        }

        return this;
    }

    /// <summary>What comes with a package when a run installs it.</summary>
    /// <example><code>node.PackageBrings("nginx", n => n.HasDirectory("/etc/nginx/conf.d"))</code></example>
    public FakeNode PackageBrings(string package, Action<FakeNode> what)
    {
        ArgumentNullException.ThrowIfNull(what);
        Machine.Packages.WhenInstalled(package, () => what(this));
        return this;
    }

    /// <summary>
    /// A service comes with a package when a run installs it, and goes with it. It runs and is enabled at once where
    /// the distribution does so (Debian and Ubuntu), and stands still elsewhere.
    /// </summary>
    /// <param name="package">The package.</param>
    /// <param name="service">The service. Default: the package's name.</param>
    public FakeNode PackageBringsService(string package, string? service = null)
    {
        var starts = Machine.Facts["platform.family"] == "debian";
        return PackageBrings(package, node => node.Machine.Services.Add(
            service ?? package,
            new ServiceUnit { Package = package, Installed = true, Running = starts, Enabled = starts }));
    }
}
