namespace CSharpChef.Recipes;

/// <summary>One machine as a recipe sees it: facts it told of itself, and attributes people gave it.</summary>
public sealed class Node
{
    internal Node(string name, Facts facts, NodeAttributes attributes)
    {
        Name = name;
        Facts = facts;
        Attributes = attributes;
    }

    /// <summary>The name the run was given for it, such as <c>web1</c>.</summary>
    public string Name { get; }

    /// <summary>The short host name. Source: <c>/proc/sys/kernel/hostname</c>.</summary>
    public string Hostname => Facts.Text("hostname");

    /// <summary>The full name as <c>/etc/hosts</c> tells it, or the host name.</summary>
    public string Fqdn => Facts.Text("fqdn");

    /// <summary>
    /// The first IPv4 address of the interface with the default route, else of any but loopback; empty without one.
    /// </summary>
    public string IpAddress => Facts.Text("network.ip");

    /// <summary>The first global IPv6 address of that interface; empty without one.</summary>
    public string Ip6Address => Facts.Text("network.ip6");

    /// <summary>The network interfaces, loopback included.</summary>
    public IReadOnlyList<NetworkInterface> Interfaces =>
        [.. Facts.Below("network.interfaces").Select(name => new NetworkInterface(name, Facts))];

    /// <summary>Every IPv4 and IPv6 address but loopback's.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. Interfaces.Where(i => i.Name != "lo").SelectMany(i => i.Addresses)];

    /// <summary>The operating system. Source: <c>/etc/os-release</c>.</summary>
    public Platform Platform => new(Facts);

    /// <summary>The kernel. Source: <c>/proc/sys/kernel</c>.</summary>
    public Kernel Kernel => new(Facts);

    /// <summary>The machine's architecture as <c>uname -m</c> names it, such as <c>x86_64</c>.</summary>
    public string Architecture => Facts.Text("architecture");

    /// <summary>The processors. Source: <c>/proc/cpuinfo</c>.</summary>
    public Cpu Cpu => new(Facts);

    /// <summary>Memory, in bytes. Source: <c>/proc/meminfo</c>.</summary>
    public Memory Memory => new(Facts);

    /// <summary>Mounted file systems of disks and the network.</summary>
    public IReadOnlyList<Mount> Mounts => [.. Facts.Below("mounts").Select(index => new Mount(index, Facts))];

    /// <summary>What runs as process 1: <c>systemd</c>, <c>openrc</c>, or another program's name.</summary>
    public string InitSystem => Facts.Text("init_system");

    /// <summary><c>apt</c>, <c>apk</c> or <c>dnf</c>; empty when the machine has none of them.</summary>
    public string PackageManager => Facts.Text("package_manager");

    /// <summary>Login names in <c>/etc/passwd</c>.</summary>
    public IReadOnlyList<string> Users => Facts.Text("users").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// What it runs in: <c>kvm</c>, <c>vmware</c>, <c>docker</c>, <c>systemd-nspawn</c>, …; <c>none</c> on bare metal.
    /// </summary>
    public string Virtualization => Facts.Text("virtualization");

    /// <summary>When it booted, to about a second. Source: <c>/proc/stat</c>.</summary>
    public DateTimeOffset BootTime => DateTimeOffset.FromUnixTimeSeconds(Facts.Number("boot_time"));

    /// <summary>
    /// The time zone, such as <c>Europe/Zurich</c>. Source: <c>/etc/timezone</c> or <c>/etc/localtime</c>.
    /// </summary>
    public string TimeZone => Facts.Text("time_zone");

    /// <summary>The user the connection logs in as.</summary>
    public string CurrentUser => Facts.Text("login.user");

    /// <summary>Whether that user is root.</summary>
    public bool IsRoot => Facts.Text("login.root") == "true";

    /// <summary>Whether that user may use sudo without a password.</summary>
    public bool HasSudo => Facts.Text("login.sudo") == "true";

    /// <summary>That user's search path.</summary>
    public string EnvironmentPath => Facts.Text("login.path");

    /// <summary>That user's login shell.</summary>
    public string Shell => Facts.Text("login.shell");

    /// <summary>
    /// A fact or attribute by its dotted path, such as <c>Node["platform.name"]</c> or <c>Node["site.port"]</c>. Facts
    /// win.
    /// </summary>
    /// <exception cref="RecipeException">There is none of that path; the message names near ones.</exception>
    /// <example><code>int port = Node["site.port"];</code></example>
    public AttributeValue this[string path] => Find(path) ?? throw new RecipeException(Unknown(path));

    /// <summary>
    /// The attributes below <paramref name="section"/> as an object of your own type: its properties' defaults apply
    /// where no level sets a value, and its DataAnnotations are checked.
    /// </summary>
    /// <exception cref="RecipeException">A value does not fit, is not valid, or has no property.</exception>
    /// <example>
    /// <code>
    /// var site = Node.Bind&lt;SiteOptions&gt;("site");
    ///
    /// record SiteOptions
    /// {
    ///     [Range(1, 65535)]
    ///     public int Port { get; init; } = 80;
    /// }
    /// </code>
    /// </example>
    public T Bind<T>(string section)
        where T : class =>
        AttributeBinder.Bind<T>(section, Attributes);

    /// <inheritdoc />
    public override string ToString() => Name;

    internal Facts Facts { get; }

    internal NodeAttributes Attributes { get; }

    internal AttributeValue? Find(string path)
    {
        if (Facts.Find(path) is { } fact)
        {
            return new AttributeValue(path, fact);
        }

        return Attributes.Find(path) is { } node ? new AttributeValue(path, node) : null;
    }

    private string Unknown(string path)
    {
        var near = Nearest.Of(path, Facts.Values.Keys.Concat(Attributes.Paths));
        return $"there is no fact or attribute \"{path}\" on {Name}"
            + (near is null ? "" : $": did you mean \"{near}\"?")
            + " (csharpchef show attributes lists them)";
    }
}
