using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>Writes secrets as ids, and collects those that have none yet.</summary>
internal sealed class SecretIdConverter : JsonConverter<Secret>
{
    [ThreadStatic]
    private static Collection? current;

    public static Collection Collect() => current = new();

    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Secret.Stored(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            (current ?? throw new InvalidOperationException("Secrets are written by the store alone.")).Add(value));

    internal sealed class Collection : IDisposable
    {
        private readonly Dictionary<string, string> found = [];
        private readonly HashSet<string> all = [];

        public IReadOnlyDictionary<string, string> New => found;

        public IReadOnlySet<string> All => all;

        public string Add(Secret secret)
        {
            var id = secret.Id ?? Guid.NewGuid().ToString("N");
            all.Add(id);
            if (secret.Id is null)
            {
                found.Add(id, secret.Clear!);
            }

            return id;
        }

        public void Dispose() => current = null;
    }
}
