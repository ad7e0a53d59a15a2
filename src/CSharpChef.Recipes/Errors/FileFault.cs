namespace CSharpChef.Recipes;

/// <summary>
/// Says in one sentence why a file cannot be read or written, such as a full disk or a missing right, and what to do.
/// </summary>
internal static class FileFault
{
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int QuotaExceeded = 122;
    private const int WindowsNoSpace = unchecked((int)0x80070070);
    private const int WindowsReadOnly = unchecked((int)0x80070013);

    /// <summary>The exception of the file system in a chain of exceptions; null when there is none.</summary>
    public static Exception? In(Exception? e) => e is null || IsOfFileSystem(e) ? e : In(e.InnerException);

    /// <summary>The sentence for an exception of the file system. Its message names the path.</summary>
    public static string Explain(Exception e) => $"A file cannot be read or written: {Reason.Of(e)} {Help(e)}";

    // A connection that breaks is an IOException too, and so is an assembly of the program that cannot be loaded.
    private static bool IsOfFileSystem(Exception e) =>
        e is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException
        || (e.GetType() == typeof(IOException) && e.InnerException is null);

    private static string Help(Exception e) => e switch
    {
        UnauthorizedAccessException => "Give the user of this command the right to it, or name another file or folder.",
        FileNotFoundException or DirectoryNotFoundException => "Correct the path.",
        { HResult: NoSpace or QuotaExceeded or WindowsNoSpace } => "Free some space on its disk.",
        { HResult: ReadOnly or WindowsReadOnly } => "Make its disk writable, or name another folder.",
        _ => "Check the path and its disk.",
    };
}
