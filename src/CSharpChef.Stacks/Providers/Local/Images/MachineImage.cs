using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Providers.Local.Images;

/// <summary>A base image as its file <c>image.json</c> describes it.</summary>
internal sealed record MachineImage(
    string Suite, string Mirror, IReadOnlyList<string> Packages, DateTimeOffset BuiltAt)
{
    private const string FileMirror = "file:";

    /// <summary>The folder of the image.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>The root file system, which machines share.</summary>
    [JsonIgnore]
    public string Root => RootIn(Folder);

    [JsonIgnore]
    public string Name => Path.GetFileName(Folder);

    /// <summary>True when the mirror is a folder of the image, which machines read without a network.</summary>
    [JsonIgnore]
    public bool HoldsPackages =>
        Mirror.StartsWith(FileMirror, StringComparison.Ordinal)
        && Directory.Exists(Path.Join(Root, Mirror[FileMirror.Length..]));

    public static string RootIn(string folder) => Path.Combine(folder, "root");

    /// <summary>Reads the image of a folder; null when the folder has none.</summary>
    public static MachineImage? Load(string folder)
    {
        var path = FileIn(folder);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), MachineImageJson.Default.MachineImage)!
                with
            { Folder = folder };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new ProviderException($"Cannot read {path}: {Reason.Of(e)} Remove the folder {folder}.", e);
        }
    }

    public void Save() =>
        File.WriteAllBytes(
            FileIn(Folder), JsonSerializer.SerializeToUtf8Bytes(this, MachineImageJson.Default.MachineImage));

    /// <summary>Removes the image of a folder, its description first.</summary>
    public static Task RemoveAsync(string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(FileIn(folder));
        }

        return MachineDisk.RemoveFoldersAsync([folder], ct);
    }

    private static string FileIn(string folder) => Path.Combine(folder, "image.json");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(MachineImage))]
internal sealed partial class MachineImageJson : JsonSerializerContext;
