using System.Globalization;

namespace CSharpChef.Stacks.Providers.Local.Images;

/// <summary>
/// The folder of base images, <c>SUITE-NUMBER</c> each. An image is never changed: a newer one of its suite has a
/// higher number, and machines keep the one they were made of.
/// </summary>
internal sealed class ImageFolder(LocalOptions options)
{
    private const string Unfinished = ".new";

    public string Path { get; } = System.IO.Path.Combine(options.Folder, "images");

    public IReadOnlyList<MachineImage> All() =>
        [.. Folders().Where(folder => !IsUnfinished(folder)).Select(MachineImage.Load).OfType<MachineImage>()];

    /// <summary>The folders of images that are built or removed in part.</summary>
    public IReadOnlyList<string> Partial() =>
        [.. Folders().Where(folder => IsUnfinished(folder) || MachineImage.Load(folder) is null)];

    /// <summary>Finds the newest image of a suite; null when there is none.</summary>
    public MachineImage? Newest(string suite) =>
        All().Where(image => image.Suite == suite).MaxBy(image => NumberOf(image.Folder));

    /// <exception cref="ProviderException">There is no image of the suite.</exception>
    public MachineImage Require(string suite) => Newest(suite) ?? throw new ProviderException(
        $"There is no base image of {suite} in {Path}. Build one: csharpchef provider local build --suite {suite}"
        + $"{(options.Folder == LocalOptions.DefaultFolder ? "" : $" --folder {options.Folder}")}.");

    /// <summary>The folder of the next image of a suite.</summary>
    public string NextFolder(string suite)
    {
        var last = Folders().Where(folder => SuiteOf(folder) == suite).Select(NumberOf).DefaultIfEmpty().Max();
        return System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{suite}-{last + 1}"));
    }

    /// <summary>The lock that a build of a suite holds.</summary>
    public static string LockOf(string suite) => $"image-{suite}";

    /// <summary>The suite in the name of an image's folder.</summary>
    public static string SuiteOf(string folder) => System.IO.Path.GetFileName(folder).Split('-')[0];

    public static string UnfinishedOf(string folder) => folder + Unfinished;

    private static bool IsUnfinished(string folder) => folder.EndsWith(Unfinished, StringComparison.Ordinal);

    private static int NumberOf(string folder) => int.TryParse(
        folder.AsSpan(folder.LastIndexOf('-') + 1), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private IEnumerable<string> Folders() =>
        Directory.Exists(Path) ? Directory.EnumerateDirectories(Path).Order(StringComparer.Ordinal) : [];
}
