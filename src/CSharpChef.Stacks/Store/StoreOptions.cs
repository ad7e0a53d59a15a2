namespace CSharpChef.Stacks.Store;

/// <summary>Where the server keeps what it knows.</summary>
internal sealed record StoreOptions(string DataFolder)
{
    /// <summary><c>postgres://...</c>; a SQLite file in the data folder if null.</summary>
    public string? Url { get; init; }

    /// <summary>The keys that seal secrets; <c>master.key</c> in the data folder if null.</summary>
    public string? MasterKeyFile { get; init; }

    public string KeyPath => MasterKeyFile ?? Path.Combine(DataFolder, "master.key");

    public string SqlitePath => Path.Combine(DataFolder, "csharpchef.db");
}
