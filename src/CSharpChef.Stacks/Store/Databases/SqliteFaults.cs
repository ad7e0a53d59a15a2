using Microsoft.Data.Sqlite;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>Tells the faults of a SQLite database from bugs of this program, by the result codes of SQLite.</summary>
internal static class SqliteFaults
{
    public const int Busy = 5;
    public const int Damaged = 11;
    public const int CannotOpen = 14;

    /// <summary>Says what is wrong with a file and what to do; null when the statement is wrong.</summary>
    /// <param name="e">The error of a statement.</param>
    /// <param name="file">The name of the file in the message.</param>
    /// <returns>A sentence without its full stop.</returns>
    public static string? Explain(SqliteException e, string file) =>
        e is SqliteFault ? e.Message : Explain(e.SqliteErrorCode, file);

    public static DatabaseFault Classify(SqliteException e) => e.SqliteErrorCode switch
    {
        Damaged or 24 or 26 => DatabaseFault.Damage,
        _ => Explain(e, "") is null ? DatabaseFault.Bug : DatabaseFault.Unavailable,
    };

    private static string? Explain(int code, string file) => code switch
    {
        3 or 8 or CannotOpen or 23 => $"{file} cannot be opened for writing: give it and its folder to the user of the server",
        Busy or 6 or 15 or 17 => $"{file} is locked or was changed by another process: end that process",
        7 => $"the memory of this machine is too small to use {file}: end other processes",
        10 => $"{file} cannot be read or written: check whether its disk is full or damaged",
        Damaged or 24 or 26 =>
            $"{file} is damaged or is not a SQLite database: stop the server and restore a backup into another folder (csharpchef restore FILE --data DIR)",
        13 => $"the disk of {file} is full: free some space",
        22 => $"{file} is larger than its disk allows: move it to another one",
        _ => null,
    };
}
