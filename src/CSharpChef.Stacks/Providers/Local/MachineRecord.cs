using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>What is decided about a machine when it is made, and stays.</summary>
internal sealed record MachineRecord(string Id, string Hostname, string Address, string Image)
{
    /// <summary>Null when there is none: it may go while somebody looks.</summary>
    public static MachineRecord? Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), MachineRecordJson.Default.MachineRecord);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new ProviderException(
                $"Cannot read {path}: {e.Message} Put it right, or remove the machine's folder.", e);
        }
    }

    /// <summary>The whole file or none of it, whatever happens.</summary>
    public void Save(string path)
    {
        using (var file = File.Create($"{path}.new"))
        {
            JsonSerializer.Serialize(file, this, MachineRecordJson.Default.MachineRecord);
            file.Flush(flushToDisk: true);
        }

        File.Move($"{path}.new", path, overwrite: true);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(MachineRecord))]
internal sealed partial class MachineRecordJson : JsonSerializerContext;
