namespace CSharpChef.Stacks.Providers;

/// <summary>The providers of this server, by their names.</summary>
internal sealed class MachineProviders
{
    private readonly Dictionary<string, IMachineProvider> providers;

    /// <param name="providers">The providers.</param>
    /// <param name="defaultName">The provider of stacks that name none; null when such stacks have none.</param>
    /// <exception cref="ProviderException">There is no provider of the default name.</exception>
    public MachineProviders(IEnumerable<IMachineProvider> providers, string? defaultName = null)
    {
        this.providers = providers.ToDictionary(provider => provider.Name, StringComparer.Ordinal);
        DefaultName = defaultName is null ? null : Require(defaultName).Name;
    }

    public static MachineProviders None { get; } = new([]);

    /// <summary>These providers and another one.</summary>
    public MachineProviders With(IMachineProvider provider) => new([.. providers.Values, provider], DefaultName);

    public string? DefaultName { get; }

    public IReadOnlyList<string> Names => [.. providers.Keys.Order(StringComparer.Ordinal)];

    /// <param name="name">The name of a provider; null for the default one.</param>
    /// <exception cref="ProviderException">There is no such provider; the message says what to do.</exception>
    public IMachineProvider Require(string? name)
    {
        var chosen = name ?? DefaultName ?? throw new ProviderException(
            "No provider of machines is set: start the server with --local or --provider NAME, or name one for the stack: "
            + "csharpchef stack provider STACK NAME.");
        return providers.GetValueOrDefault(chosen) ?? throw Unknown(chosen);
    }

    private ProviderException Unknown(string name) =>
        new($"This server has no provider of machines called '{name}'. {Known()}") { IsUsage = true };

    private string Known() => Names is [] or ["static"]
        ? "It can start none: start it with --local for machines of its own host."
        : $"It has: {string.Join(", ", Names)}.";
}
