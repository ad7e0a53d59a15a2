var shop = Node.Bind<ShopOptions>("shop");

Package("nginx");
User(shop.Name, u => u.Home = $"/srv/{shop.Name}");
Directory($"/srv/{shop.Name}", d => d.Owner = shop.Name);
var settings = Template($"/srv/{shop.Name}/settings.conf", t =>
{
    t.Source = "settings.conf";
    t.Owner = shop.Name;
    t.Mode = "0640";
    t.Variables = new { shop.Port, Level = shop.LogLevel.ToString(), shop.Database.Host, shop.Database.Pool.Max };
});
File($"/srv/{shop.Name}/backends", f => f.Content = string.Concat(shop.Backends.Select(b => $"{b.Host} {b.Weight}\n")));
foreach (var (name, enabled) in shop.Features)
{
    File($"/srv/{shop.Name}/{name}", f => f.Content = $"{enabled}\n");
}

Service("nginx", s => s.SubscribesTo(settings, s.Reload));

enum ShopLogLevel
{
    Debug,
    Information,
    Warning,
}

record ShopOptions
{
    [Range(1, 65535)] public int Port { get; init; } = 80;
    [Required, StringLength(32)] public string Name { get; init; } = "shop";
    public ShopLogLevel LogLevel { get; init; } = ShopLogLevel.Warning;
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
    public bool Tls { get; init; }
    public double SampleRate { get; init; } = 0.1;
    [Required] public ShopDatabase Database { get; init; } = new();
    [MinLength(1)] public IReadOnlyList<ShopBackend> Backends { get; init; } = [];
    public IReadOnlyDictionary<string, bool> Features { get; init; } = new Dictionary<string, bool>();
    public string[] Admins { get; init; } = [];
}

record ShopDatabase
{
    [Required] public string Host { get; init; } = "";
    [Range(1, 65535)] public int Port { get; init; } = 5432;
    public ShopPool Pool { get; init; } = new(1, 10);
}

record ShopPool([Range(0, 100)] int Min, [Range(1, 100)] int Max);

record ShopBackend
{
    [Required] public string? Host { get; init; }
    [Range(1, 10)] public int Weight { get; init; } = 1;
}
