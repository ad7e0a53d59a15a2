using System.Globalization;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>A file that is held open, to notice when another process removes or replaces it.</summary>
internal sealed class HeldFile : IDisposable
{
    private readonly string path;
    private readonly FileStream held;
    private readonly string link;
    private readonly string? place;

    public HeldFile(string path)
        : this(path, new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
    {
    }

    /// <param name="path">The path of the file.</param>
    /// <param name="file">The open file, which belongs to the new object.</param>
    public HeldFile(string path, FileStream file)
    {
        (this.path, held) = (path, file);
        var number = held.SafeFileHandle.DangerousGetHandle().ToString(CultureInfo.InvariantCulture);
        link = $"/proc/self/fd/{number}";
        place = Place();
    }

    public string Name => Path.GetFileName(path);

    /// <summary>True when the path does not lead to the open file.</summary>
    public bool IsMissing => place is null ? !File.Exists(path) : Place() != place;

    public void Dispose() => held.Dispose();

    // Linux appends " (deleted)" to the name of an open file that was removed or replaced.
    private string? Place() => OperatingSystem.IsLinux() ? new FileInfo(link).LinkTarget : null;
}
