using Microsoft.Data.Sqlite;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>A fault of the database that this program found itself, with a message in its own words.</summary>
internal sealed class SqliteFault(string message, int code) : SqliteException(message, code);
