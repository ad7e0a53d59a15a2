using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>The properties of a machine that are fixed when it is created.</summary>
internal sealed record MachineRecord(string Id, string InstanceId, string Hostname, string Address, string Image)
{
    /// <summary>Reads a record; null when the file does not exist.</summary>
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
                $"Cannot read {path}: {Reason.Of(e)} Repair it, or remove the machine's folder.", e);
        }
    }

    /// <summary>Writes the whole file or nothing.</summary>
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
