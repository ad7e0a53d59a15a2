using System.ComponentModel;

namespace CSharpChef.Recipes;

/// <summary>
/// A machine: facts that it reports, and attributes that people set. In a recipe <c>Node</c> is the machine that it
/// runs for, and <c>Nodes</c> are those of the inventory.
/// </summary>
public sealed partial class Node
{
    private readonly Func<Facts?> findFacts;
    private readonly Lazy<NodeAttributes> attributes;

    internal Node(string name, Facts facts, NodeAttributes attributes)
        : this(name, () => facts, () => attributes)
    {
    }

    /// <param name="name">The name of the machine.</param>
    /// <param name="findFacts">Returns the facts; null while none are known.</param>
    /// <param name="attributes">Merges the attributes.</param>
    internal Node(string name, Func<Facts?> findFacts, Func<NodeAttributes> attributes)
    {
        (Name, InventoryName) = (name, name);
        this.findFacts = findFacts;

        // An exception is not kept: the thread of a recipe may be interrupted at any time.
        this.attributes = new Lazy<NodeAttributes>(attributes, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The name of the machine in this run, such as <c>web1</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The address that the inventory, or else the command line, has for the machine: a name or an IP address, without
    /// user and port.
    /// </summary>
    public string Address { get; internal init; } = "";

    /// <summary>
    /// The groups that the inventory puts the machine in, in its order; empty for a machine that it does not have.
    /// </summary>
    /// <example><code>var databases = Nodes.Where(n => n.Groups.Contains("db"));</code></example>
    public IReadOnlyList<string> Groups { get; internal init; } = [];

    /// <summary>
    /// Whether the facts of the machine are known. Those of another machine than the recipe's are its last answer,
    /// which may be old; without one, a property that is a fact throws a <see cref="RecipeException"/>.
    /// </summary>
    public bool HasFacts => findFacts() is not null;

    /// <summary>The short host name. Source: <c>/proc/sys/kernel/hostname</c>.</summary>
    public string Hostname => Facts.Text("hostname");

    /// <summary>
    /// The fully qualified host name: the kernel's, or a name in <c>/etc/hosts</c> that begins with the short one; else
    /// the short host name. Empty on a machine named <c>localhost</c>.
    /// </summary>
    public string Fqdn => Facts.Text("fqdn");

    /// <summary>
    /// The first IPv4 address of the interface with the default route, or else of any interface except loopback; empty
    /// when there is none.
    /// </summary>
    public string IpAddress => Facts.Text("network.ip");

    /// <summary>The first global IPv6 address of that interface; empty when there is none.</summary>
    public string Ip6Address => Facts.Text("network.ip6");

    /// <summary>The network interfaces, including loopback.</summary>
    public IReadOnlyList<NetworkInterface> Interfaces =>
        [.. Facts.Below("network.interfaces").Select(name => new NetworkInterface(name, Facts))];

    /// <summary>All IPv4 and IPv6 addresses except those of loopback.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. Interfaces.Where(i => i.Name != "lo").SelectMany(i => i.Addresses)];

    /// <summary>The operating system. Source: <c>/etc/os-release</c>.</summary>
    public Platform Platform => new(Facts);

    /// <summary>The kernel. Source: <c>/proc/sys/kernel</c>.</summary>
    public Kernel Kernel => new(Facts);

    /// <summary>The machine's architecture as <c>uname -m</c> prints it, such as <c>x86_64</c>.</summary>
    public string Architecture => Facts.Text("architecture");

    /// <summary>The processors. Source: <c>/proc/cpuinfo</c>.</summary>
    public Cpu Cpu => new(Facts);

    /// <summary>The memory and swap space, in bytes. Source: <c>/proc/meminfo</c>.</summary>
    public Memory Memory => new(Facts);

    /// <summary>The mounted file systems of disks and network shares.</summary>
    public IReadOnlyList<Mount> Mounts => [.. Facts.Below("mounts").Select(index => new Mount(index, Facts))];

    /// <summary>
    /// The init system: <c>systemd</c>, <c>openrc</c>, or the name of the program that runs as process 1.
    /// </summary>
    public string InitSystem => Facts.Text("init_system");

    /// <summary>
    /// The package manager: <c>apt</c>, <c>apk</c> or <c>dnf</c>; empty when the machine has none of them.
    /// </summary>
    public string PackageManager => Facts.Text("package_manager");

    /// <summary>The login names in <c>/etc/passwd</c>.</summary>
    public IReadOnlyList<string> Users => Facts.Text("users").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The virtualization that the machine runs in: <c>kvm</c>, <c>vmware</c>, <c>docker</c>, <c>systemd-nspawn</c>, …;
    /// <c>none</c> on bare metal.
    /// </summary>
    public string Virtualization => Facts.Text("virtualization");

    /// <summary>The boot time, to about a second. Source: <c>/proc/stat</c>.</summary>
    public DateTimeOffset BootTime => DateTimeOffset.FromUnixTimeSeconds(Facts.Number("boot_time"));

    /// <summary>
    /// The time zone, such as <c>Europe/Zurich</c>. Source: <c>/etc/timezone</c> or <c>/etc/localtime</c>.
    /// </summary>
    public string TimeZone => Facts.Text("time_zone");

    /// <summary>The user that the connection logs in as.</summary>
    public string CurrentUser => Facts.Text("login.user");

    /// <summary>Whether that user is root.</summary>
    public bool IsRoot => Facts.Text("login.root") == "true";

    /// <summary>Whether that user can use sudo without a password.</summary>
    public bool HasSudo => Facts.Text("login.sudo") == "true";

    /// <summary>The search path of that user.</summary>
    public string EnvironmentPath => Facts.Text("login.path");

    /// <summary>The login shell of that user.</summary>
    public string Shell => Facts.Text("login.shell");

    /// <summary>
    /// A fact or attribute by its dotted path, such as <c>Node["platform.name"]</c> or <c>Node["site.port"]</c>. When a
    /// fact and an attribute have the same path, it is the fact.
    /// </summary>
    /// <exception cref="RecipeException">There is no such fact or attribute; the message names similar
    /// ones.</exception>
    /// <example><code>int port = Node["site.port"];</code></example>
    public AttributeValue this[string path] => Find(path) ?? throw new RecipeException(UnknownPath(path));

    /// <summary>
    /// The attributes below <paramref name="section"/> as an object of your own type. Its properties keep their
    /// defaults where no attribute sets them. Its DataAnnotations are validated, and those of the objects in it, in its
    /// lists and in its dictionaries.
    /// </summary>
    /// <exception cref="RecipeException">Attributes have the wrong type, are not valid, or match no property;
    /// the message names each of them with the level, the file and the line that set it.</exception>
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
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => Name;

    /// <exception cref="RecipeException">The facts of the machine are not known.</exception>
    internal Facts Facts => findFacts() ?? throw new RecipeException(MissingFacts);

    internal Facts? KnownFacts => findFacts();

    /// <summary>The error of reading a fact while none are known, with the command that reads them.</summary>
    internal string MissingFacts { get; init; } = "";

    /// <summary>The name that the inventory has for the machine, which may be named by its address.</summary>
    internal string InventoryName { get; init; }

    internal NodeAttributes Attributes => attributes.Value;

    internal AttributeValue? Find(string path)
    {
        if (KnownFacts?.Find(path) is { } fact)
        {
            return new AttributeValue(path, fact);
        }

        return Attributes.Find(path) is { } node ? new AttributeValue(path, node, Attributes.Origin) : null;
    }

    private string UnknownPath(string path)
    {
        if (KnownFacts is not { } facts)
        {
            return $"there is no attribute \"{path}\" on {Name}{Nearest.Question(path, Attributes.Paths)} ({MissingFacts})";
        }

        return $"there is no fact or attribute \"{path}\" on {Name}"
            + Nearest.Question(path, facts.Values.Keys.Concat(Attributes.Paths))
            + " (csharpchef show attributes lists the attributes)";
    }
}
