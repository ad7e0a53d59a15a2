using CSharpChef.Stacks.Store.Databases;
using Microsoft.Data.Sqlite;

namespace CSharpChef.Tests.Stacks.Store;

/// <summary>Which result codes of SQLite are faults of the machine or the file, and which are bugs.</summary>
public sealed class SqliteFaultsTests
{
    [Theory]
    [InlineData(3, "cannot be opened for writing: give it")]
    [InlineData(5, "is locked or was changed by another process: end that process")]
    [InlineData(6, "is locked or was changed by another process: end that process")]
    [InlineData(7, "the memory of this machine is too small")]
    [InlineData(8, "cannot be opened for writing: give it")]
    [InlineData(10, "cannot be read or written: check whether its disk is full or damaged")]
    [InlineData(13, "the disk of a.db is full: free some space")]
    [InlineData(14, "cannot be opened for writing: give it")]
    [InlineData(15, "is locked or was changed by another process: end that process")]
    [InlineData(17, "is locked or was changed by another process: end that process")]
    [InlineData(22, "is larger than its disk allows: move it")]
    [InlineData(23, "cannot be opened for writing: give it")]
    public void A_fault_outside_of_the_program_makes_the_store_unavailable(int code, string sentence) =>
        Judges(code, nameof(DatabaseFault.Unavailable), sentence);

    [Theory]
    [InlineData(11)]
    [InlineData(24)]
    [InlineData(26)]
    public void A_damaged_file_needs_a_backup(int code) => Judges(
        code, nameof(DatabaseFault.Damage), "a.db is damaged or is not a SQLite database: stop the server and restore a backup");

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(25)]
    public void A_wrong_statement_is_a_bug(int code) => Judges(code, nameof(DatabaseFault.Bug), null);

    private static void Judges(int code, string fault, string? sentence)
    {
        var error = new SqliteException("SQLite Error", code);

        Assert.Equal(fault, SqliteFaults.Classify(error).ToString());
        Assert.Contains(sentence ?? "", SqliteFaults.Explain(error, "a.db") ?? "", StringComparison.Ordinal);
        Assert.Equal(sentence is null, SqliteFaults.Explain(error, "a.db") is null);
    }
}
