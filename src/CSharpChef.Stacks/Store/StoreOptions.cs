namespace CSharpChef.Stacks.Store;

/// <summary>The places of the server's data and master keys.</summary>
internal sealed record StoreOptions(string DataFolder)
{
    /// <summary><c>postgres://...</c>; null for a SQLite file in the data folder.</summary>
    public string? Url { get; init; }

    /// <summary>The file of the keys that seal secrets; null for <c>master.key</c> in the data folder.</summary>
    public string? MasterKeyFile { get; init; }

    public string KeyPath => MasterKeyFile ?? Path.Combine(DataFolder, "master.key");

    /// <summary>Where the first start writes the administrator's access key.</summary>
    public string CredentialsPath => Path.Combine(DataFolder, "credentials");

    /// <summary>Reads the free space of the disk on which a folder is.</summary>
    public Func<string, long> FreeBytes { get; init; } = FreeBytesOf;

    public string SqlitePath => Path.Combine(DataFolder, "csharpchef.db");

    public static long FreeBytesOf(string folder) => new DriveInfo(folder).AvailableFreeSpace;
}
