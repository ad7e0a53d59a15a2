namespace CSharpChef.Dependencies.Git;

/// <summary>
/// How much a commit or an archive may have when it is written to disk. One object of this counts what one of them has.
/// </summary>
internal sealed class TreeLimits
{
    private const long Megabyte = 1024 * 1024;
    private long bytes;
    private int files;

    /// <summary>The size of all files; unlimited when it is not set.</summary>
    public long MostBytes { get; init; } = long.MaxValue;

    /// <summary>The number of files and folders; unlimited when it is not set.</summary>
    public int MostFiles { get; init; } = int.MaxValue;

    /// <summary>The number of names in a path; unlimited when it is not set.</summary>
    public int MostDepth { get; init; } = int.MaxValue;

    /// <summary>Counts a folder.</summary>
    /// <param name="path">Its path, with slashes.</param>
    /// <exception cref="RecipeException">A limit is exceeded.</exception>
    public void CountFolder(string path) => CountFile(path, 0);

    /// <summary>Counts a file.</summary>
    /// <param name="path">Its path, with slashes.</param>
    /// <param name="size">Its bytes.</param>
    /// <exception cref="RecipeException">A limit is exceeded.</exception>
    public void CountFile(string path, long size)
    {
        if (path.Count(letter => letter == '/') >= MostDepth)
        {
            throw new RecipeException($"{path} has more than {MostDepth} names in its path, which is the limit");
        }

        if (++files > MostFiles)
        {
            throw new RecipeException($"it has more than {MostFiles} files and folders, which is the limit");
        }

        CountBytes(size);
    }

    /// <summary>Counts a part of a file whose size is not known before it is read.</summary>
    /// <exception cref="RecipeException">The limit is exceeded.</exception>
    public void CountBytes(long size)
    {
        bytes += size;
        if (bytes > MostBytes || bytes < 0)
        {
            throw new RecipeException($"its files have more than {MostBytes / Megabyte} MB, which is the limit");
        }
    }
}
