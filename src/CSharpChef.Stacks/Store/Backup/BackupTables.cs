using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store.Backup;

/// <summary>
/// The tables of a backup and their columns, in the order of writing. They are the same on both kinds of database, so
/// that a backup of one can be restored into the other. Answers to calls are left out: they last ten minutes.
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

    /// <summary>The query of a table's rows.</summary>
    public static string Query(string table) =>
        $"select {string.Join(", ", Columns[table])} from {table}{Condition(table)} order by {Order(table)}";

    // The version before kept answers among the secrets, and may run in the same cluster.
    private static string Condition(string table) =>
        table == "secret" ? $" where kind <> '{AnswerTable.EarlierKind}'" : "";

    // A restored activity log gets new numbers, in the old order.
    private static string Order(string table) =>
        table == "activity" ? "seq" : string.Join(", ", Columns[table].Take(2));
}
