namespace CSharpChef.Testing;

// Sets packages and package sources before a run.
public sealed partial class FakeNode
{
    /// <summary>Adds an installed package, without the effects set by <see cref="PackageBrings"/>.</summary>
    public FakeNode HasPackage(string name, string version = "1.0")
    {
        Machine.Packages.Place(name, version);
        return this;
    }

    /// <summary>Holds a package in its version, as <c>apt-mark hold</c> does.</summary>
    /// <example>
    /// <code>
    /// FakeNode.Debian12().HasPackage("nginx", "1.22").HoldsPackage("nginx").Offers("nginx", "1.24")
    /// </code>
    /// </example>
    public FakeNode HoldsPackage(string name)
    {
        Machine.Packages.Hold(name);
        return this;
    }

    /// <summary>Adds an installed package that was installed only because another one needs it.</summary>
    /// <example><code>FakeNode.Debian12().HasDependency("libpq5")</code></example>
    public FakeNode HasDependency(string name, string version = "1.0")
    {
        Machine.Packages.Place(name, version);
        Machine.Packages.MarkAutomatic(name);
        return this;
    }

    /// <summary>
    /// Adds a version to the package sources; the last one added is the newest. A package without such a version can be
    /// installed in any version, by default <c>1.0</c>, unless <see cref="OffersOnly"/> was called.
    /// </summary>
    /// <example><code>FakeNode.Debian12().HasPackage("nginx", "1.22").Offers("nginx", "1.24")</code></example>
    public FakeNode Offers(string name, string version)
    {
        Machine.Packages.Offer(name, version);
        return this;
    }

    /// <summary>
    /// Limits the package sources to these packages, in version <c>1.0</c>, and to those of <see cref="Offers"/>.
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

    /// <summary>Sets a change that the installation of a package makes to the node.</summary>
    /// <example><code>node.PackageBrings("nginx", n => n.HasDirectory("/etc/nginx/conf.d"))</code></example>
    public FakeNode PackageBrings(string package, Action<FakeNode> what)
    {
        ArgumentNullException.ThrowIfNull(what);
        Machine.Packages.WhenInstalled(package, () => what(this));
        return this;
    }

    /// <summary>
    /// Sets a configuration file that a package contains: installing the package makes it where no file is. With apt it
    /// stays when the package is removed, and goes when it is purged; with apk and dnf it goes with the package.
    /// </summary>
    /// <example>
    /// <code>
    /// node.PackageBringsConfiguration("nginx", "/etc/nginx/nginx.conf", "worker_processes auto;\n")
    /// </code>
    /// </example>
    public FakeNode PackageBringsConfiguration(string package, string path, string content)
    {
        Machine.Packages.HasConfiguration(package, path);
        return PackageBrings(package, node =>
        {
            if (Machine.Files.Find(path, follow: false) is null)
            {
                node.HasFile(path, content);
            }
        });
    }

    /// <summary>
    /// Sets a service that a package contains: installing the package adds the service, removing it removes the
    /// service. The new service is enabled and runs on Debian and Ubuntu; on other distributions it does neither.
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
