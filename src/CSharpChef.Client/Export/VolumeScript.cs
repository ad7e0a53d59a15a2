using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Export;

/// <summary>The statements that declare the volumes of a layer.</summary>
internal static class VolumeScript
{
    /// <summary>Null when a volume has a member that <c>Volume(...)</c> cannot express.</summary>
    public static IEnumerable<string>? Of(JsonNode volumes)
    {
        var records = ((JsonArray)volumes)
            .Select(volume => volume.Deserialize(ClientJson.Default.VolumeRecord)!)
            .ToList();
        return records.TrueForAll(volume => volume is { Iops: null, Encrypted: null, Unknown: null or { Count: 0 } })
            ? records.Select(Of)
            : null;
    }

    private static string Of(VolumeRecord volume) => string.Concat(
        $"Volume({CSharpText.Of(volume.MountPoint!)}, size: {volume.Size}, disks: {volume.NumberOfDisks}",
        volume.VolumeType is { } type ? $", type: {CSharpText.Of(type)}" : "",
        volume.RaidLevel is { } level ? $", raidLevel: {level})" : ")");
}
