using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Backup;

namespace CSharpChef.Web.Serving;

/// <summary>Checks the file that a backup may write.</summary>
internal static class BackupFile
{
    /// <exception cref="UsageException">The file belongs to the server, or is not a regular file.</exception>
    public static void Require(string file, StoreOptions options)
    {
        var path = Path.GetFullPath(file);
        foreach (var written in new[] { path, BackupWriter.NewFile(path) })
        {
            RequireRegular(written);
            RequireForeign(written, options);
        }
    }

    private static void RequireRegular(string path)
    {
        if (FileKind.Irregular(path) is { } kind)
        {
            throw new UsageException(
                $"{path} is {kind}: name a regular file for the backup, or one that does not exist.");
        }
    }

    private static void RequireForeign(string path, StoreOptions options)
    {
        var realPath = RealPath.Of(path);
        if (Owned(options).Any(owned => RealPath.Of(owned) == realPath))
        {
            throw new UsageException($"{path} belongs to the server: name another file for the backup.");
        }
    }

    private static string[] Owned(StoreOptions options) =>
    [
        options.SqlitePath,
        $"{options.SqlitePath}-wal",
        $"{options.SqlitePath}-shm",
        $"{options.SqlitePath}-journal",
        options.KeyPath,
        options.CredentialsPath,
        Path.Combine(options.DataFolder, DataFolderLock.Name),
    ];
}
