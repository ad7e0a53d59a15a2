namespace CSharpChef.Stacks.Store.Backup;

/// <summary>
/// What a backup holds, in the order it is written. The same on both databases, so that one can be restored into the
/// other.
/// </summary>
internal static class BackupTables
{
    public static readonly IReadOnlyDictionary<string, string[]> Columns = new Dictionary<string, string[]>
    {
        ["meta"] = ["key", "value"],
        ["document"] = ["kind", "id", "version", "updated", "body"],
        ["listing"] = ["kind", "owner", "id"],
        ["name"] = ["scope", "name", "kind", "id"],
        ["secret"] = ["id", "kind", "owner", "key", "sealed"],
        ["activity"] =
            ["at", "stack", "subject", "operation", "actor", "credential", "address", "request", "outcome", "body"],
    };

    // Lines of the activity log are numbered anew, in their order.
    public static string Order(string table) => table == "activity" ? "seq" : string.Join(", ", Columns[table].Take(2));
}
