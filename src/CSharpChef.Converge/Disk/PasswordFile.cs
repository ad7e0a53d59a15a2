namespace CSharpChef.Converge.Disk;

/// <summary>The accounts of this machine in <c>/etc/passwd</c>.</summary>
internal static class PasswordFile
{
    /// <summary>The fields of each account; empty when the file is missing or cannot be read.</summary>
    public static IReadOnlyList<string[]> Accounts()
    {
        try
        {
            return [.. File.ReadLines("/etc/passwd").Select(line => line.Split(':'))];
        }
        catch (Exception e) when (CacheFiles.IsMiss(e))
        {
            return [];
        }
    }
}
