namespace CSharpChef.Stacks.Store;

/// <summary>The places of the server's data and master keys.</summary>
internal sealed record StoreOptions(string DataFolder)
{
    /// <summary><c>postgres://...</c>; null for a SQLite file in the data folder.</summary>
    public string? Url { get; init; }

    /// <summary>The file of the keys that seal secrets; null for <c>master.key</c> in the data folder.</summary>
    public string? MasterKeyFile { get; init; }

    public string KeyPath => MasterKeyFile ?? Path.Combine(DataFolder, "master.key");

    public string SqlitePath => Path.Combine(DataFolder, "csharpchef.db");
}
