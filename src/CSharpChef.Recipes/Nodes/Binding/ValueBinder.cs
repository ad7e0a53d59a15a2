using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CSharpChef.Recipes;

/// <summary>
/// Makes values of attributes. It walks over a recipe's own types itself: the serializer of the framework compiles
/// code for each new type, which takes 100 ms for a record of ten properties in each run.
/// </summary>
/// <param name="errors">Gets the errors.</param>
/// <param name="hidesValues">True when no error may show a value.</param>
internal sealed class ValueBinder(List<AttributeError> errors, bool hidesValues)
{
    private static readonly JsonSerializerOptions Shared = Options();

    /// <summary>The value of a property or an item; null is an error where the recipe does not allow it.</summary>
    public object? Bind(NullabilityInfo wanted, JsonNode? node, string path)
    {
        if (node is null && !wanted.Type.IsValueType && !AllowsNull(wanted))
        {
            errors.Add(new AttributeError(path, "must not be null"));
            return null;
        }

        return Bind(wanted.Type, node, path, wanted);
    }

    /// <summary>The value; null, with an error, when the attribute does not fit the type.</summary>
    public object? Bind(Type type, JsonNode? node, string path, NullabilityInfo? items = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return node is null ? null : Bind(inner, node, path);
        }

        return node switch
        {
            null => type.IsValueType ? Refuse(type, node, path) : null,
            _ when type.IsEnum => EnumWords.Parse(type, node) ?? Refuse(type, node, path),
            _ when ItemTypes.OfList(type) is { } item => List(type, item, node, path, items),
            _ when ItemTypes.OfDictionary(type) is { } value => Dictionary(type, value, node, path, items),
            _ when BoundType.IsOwn(type) && !HasConverter(type) => Object(type, node, path),
            _ when TypeWords.IsTuple(type) => Refuse(path, ValueWords.TupleProblem(type)),
            _ when node.GetValueKind() == JsonValueKind.String && ParsedTypes.Has(type) && !ValueWords.IsKnown(type) =>
                ParsedTypes.Parse(type, node.GetValue<string>()) ?? Refuse(type, node, path),
            _ => Leaf(type, node, path),
        };
    }

    private object? List(Type type, Type item, JsonNode node, string path, NullabilityInfo? items)
    {
        if (node is not JsonArray array)
        {
            return Refuse(type, node, path);
        }

        var before = errors.Count;
        var made = array.Select((each, index) => Item(item, items, each, $"{path}[{index}]")).ToList();
        return errors.Count > before ? null : ItemTypes.List(type, made);
    }

    private object? Dictionary(Type type, Type value, JsonNode node, string path, NullabilityInfo? items)
    {
        if (node is not JsonObject values)
        {
            return Refuse(type, node, path);
        }

        var before = errors.Count;
        var made = values
            .Select(pair => KeyValuePair.Create(
                Key(type, pair.Key, $"{path}.{pair.Key}"), Item(value, items, pair.Value, $"{path}.{pair.Key}")))
            .ToList();
        return errors.Count > before ? null : ItemTypes.Dictionary(type, made!);
    }

    private object? Key(Type type, string key, string path)
    {
        var wanted = ItemTypes.OfKey(type);
        return wanted == typeof(string) ? key
            : (wanted.IsEnum ? EnumWords.Parse(wanted, key) : ParsedTypes.Parse(wanted, key))
                ?? Refuse(path, ValueWords.KeyProblem(wanted));
    }

    private object? Item(Type type, NullabilityInfo? collection, JsonNode? node, string path) =>
        (collection?.ElementType ?? collection?.GenericTypeArguments.LastOrDefault()) is { } item && item.Type == type
            ? Bind(item, node, path)
            : Bind(type, node, path);

    private object? Object(Type type, JsonNode node, string path) =>
        node is JsonObject values ? new ObjectBinder(type, this, errors).Bind(values, path) : Refuse(type, node, path);

    private object? Leaf(Type type, JsonNode node, string path)
    {
        try
        {
            return node.Deserialize(type, type.IsCollectible ? Options() : Shared);
        }
        catch (JsonException e) when (e.Path is null or "$" && !(node is JsonObject && BoundType.IsOwn(type)))
        {
            return Refuse(type, node, path);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            errors.Add(new AttributeError(
                path + ((e as JsonException)?.Path ?? "$")[1..], ValueWords.SerializerProblem(type, e, hidesValues)));
            return null;
        }
    }

    private object? Refuse(Type type, JsonNode? node, string path) =>
        Refuse(path, ValueWords.Problem(type, node, hidesValues));

    private object? Refuse(string path, string problem)
    {
        errors.Add(new AttributeError(path, problem));
        return null;
    }

    private static bool AllowsNull(NullabilityInfo wanted) => wanted.WriteState == NullabilityState.Unknown
        ? wanted.ReadState != NullabilityState.NotNull
        : wanted.WriteState != NullabilityState.NotNull;

    private static bool HasConverter(Type type) => type.IsDefined(typeof(JsonConverterAttribute), inherit: false)
        || type.IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false);

    // Options keep the types that they have read: those for the types of a recipe must not outlive it.
    private static JsonSerializerOptions Options() => new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };
}
