using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Stacks;

/// <summary>The hostname themes: word lists that name new instances.</summary>
internal static class HostnameThemes
{
    public const string LayerDependent = "Layer_Dependent";

    private static readonly IReadOnlyDictionary<string, string[]> Names = new SortedDictionary<string, string[]>(
        StringComparer.Ordinal)
    {
        [LayerDependent] = [],
        ["Baked_Goods"] = Words(
            """
            bagel baguette biscuit brioche brownie bun cheesecake ciabatta cookie cracker crepe croissant cruller crumpet cupcake donut eclair empanada
            flatbread focaccia gingerbread lebkuchen macaron madeleine muffin naan pancake panettone pita pretzel profiterole pumpernickel scone
            shortbread sourdough strudel stollen tart toast tortilla waffle zwieback
            """),
        ["Clouds"] = Words(
            """
            altocumulus altostratus arcus asperitas calvus capillatus castellanus cirrocumulus cirrostratus cirrus congestus contrail cumulonimbus
            cumulus duplicatus fibratus floccus fractus funnel humilis incus lacunosus lenticularis mammatus mediocris nebulosus nimbostratus nimbus
            noctilucent opacus pannus perlucidus pileus pyrocumulus radiatus spissatus stratocumulus stratus translucidus undulatus velum virga
            """),
        ["Europe_Cities"] = Words(
            """
            amsterdam antwerp athens barcelona basel belgrade bergen berlin bern bilbao bologna bordeaux bratislava bremen bruges brussels bucharest
            budapest cologne copenhagen cork dublin dubrovnik edinburgh florence gdansk geneva ghent glasgow gothenburg granada hamburg helsinki
            istanbul krakow lisbon ljubljana london luxembourg lyon madrid malmo marseille milan munich nantes naples nice oslo palermo paris porto
            prague reykjavik riga rome salzburg seville sofia stockholm strasbourg tallinn turin uppsala valencia venice verona vienna vilnius warsaw
            zagreb zurich
            """),
        ["Fruits"] = Words(
            """
            apple apricot avocado banana bilberry blackberry blueberry boysenberry cherimoya cherry clementine coconut cranberry currant date
            dragonfruit durian elderberry feijoa fig gooseberry grape grapefruit guava jackfruit kiwi kumquat lemon lime lychee mandarin mango medlar
            melon mulberry nectarine olive orange papaya passionfruit peach pear persimmon pineapple plum pomegranate pomelo quince raspberry redcurrant
            rhubarb satsuma starfruit strawberry tamarind tangerine watermelon
            """),
        ["Greek_Deities_and_Titans"] = Words(
            """
            aether aphrodite apollo ares artemis asteria astraea athena atlas boreas chaos chronos coeus crius cronus cybele demeter dione dionysus
            eileithyia eos epimetheus erebus eris eros gaia hades hebe hecate helios hemera hephaestus hera hermes hestia hyperion hypnos iapetus iris
            leto menoetius metis mnemosyne momus morpheus nemesis nereus nike nyx oceanus ouranos pan persephone phoebe pontus poseidon prometheus rhea
            selene tartarus tethys thanatos theia themis triton tyche zephyrus zeus
            """),
        ["Legendary_creatures_from_Japan"] = Words(
            """
            abumi-guchi akaname akashita akateko amabie amanojaku amikiri ashiarai-yashiki azukiarai baku bakeneko betobeto-san binbogami chochin-obake
            dodomeki enenra futakuchi-onna gashadokuro hitodama hone-onna hyosube ittan-momen jinmenju jubokko kamaitachi kappa karakasa kasha kirin
            kitsune kodama konaki-jiji mujina namahage nekomata ningyo noppera-bo nue nurarihyon nurikabe oni raiju rokurokubi satori shachihoko shisa
            tanuki tengu tsuchigumo tsukumogami umibozu yamauba yuki-onna zashiki-warashi
            """),
        ["Planets_and_Moons"] = Words(
            """
            mercury venus earth moon mars phobos deimos jupiter io europa ganymede callisto amalthea himalia elara metis thebe adrastea saturn mimas
            enceladus tethys dione rhea titan hyperion iapetus phoebe janus pandora prometheus atlas uranus ariel umbriel titania oberon miranda puck
            portia neptune triton nereid proteus larissa galatea pluto charon nix hydra styx kerberos ceres eris makemake haumea sedna quaoar
            """),
        ["Roman_Deities"] = Words(
            """
            abundantia aesculapius angerona apollo aurora bacchus bellona bona-dea ceres clementia cloacina concordia cupid dea-dia diana dis-pater fama
            faunus febris flora fortuna fraus furrina genius janus juno jupiter justitia juturna lares latona liber libertas libitina lua luna maia mars
            mercury minerva mithras neptune nerio nox ops pales pax penates picus pietas pluto pomona portunus priapus proserpina quirinus roma salus
            saturn silvanus sol somnus spes terra trivia vejovis venus vertumnus vesta victoria volturnus vulcan
            """),
        ["Scottish_Islands"] = Words(
            """
            ailsa-craig arran auskerry barra benbecula berneray bressay burray bute canna coll colonsay davaar easdale eday egilsay eigg eilean-donan
            eriskay erraid fair-isle fetlar flotta foula gigha graemsay great-cumbrae harris hoy inchcolm iona islay jura kerrera lewis lismore luing
            lunga mingulay muck mull north-uist noss oronsay papa-stour papa-westray pabbay raasay rona ronay rousay rum sanda sanday scalpay scarba
            shapinsay skye soay south-uist st-kilda staffa stroma stronsay swona taransay tiree ulva unst vatersay westray whalsay wyre yell
            """),
        ["US_Cities"] = Words(
            """
            albany albuquerque anchorage arlington atlanta austin bakersfield baltimore boise boston boulder buffalo charleston charlotte chicago
            cincinnati cleveland columbus dallas dayton denver detroit durham el-paso eugene fresno honolulu houston indianapolis jacksonville juneau
            kansas-city laredo las-vegas lincoln los-angeles louisville madison memphis mesa miami milwaukee minneapolis mobile nashville new-orleans
            new-york newark norfolk oakland olympia omaha orlando philadelphia phoenix pittsburgh plano portland providence raleigh reno richmond
            rochester sacramento saint-louis salem salt-lake-city san-antonio san-diego san-francisco san-jose santa-fe savannah seattle spokane tacoma
            tampa toledo topeka tucson tulsa wichita
            """),
        ["Wild_Cats"] = Words(
            """
            bobcat bay-cat black-footed-cat canada-lynx caracal cheetah clouded-leopard colocolo cougar eurasian-lynx fishing-cat flat-headed-cat
            geoffroys-cat guigna iberian-lynx jaguar jaguarundi jungle-cat kodkod leopard leopard-cat liger lion lynx marbled-cat margay ocelot oncilla
            pallas-cat pampas-cat panther puma rusty-spotted-cat sand-cat serval snow-leopard sumatran-tiger tiger wildcat
            """),
    };

    public static void Check(string? theme)
    {
        if (theme is not null && !Names.ContainsKey(theme))
        {
            throw ApiError.NotOneOf("HostnameTheme", theme, Names.Keys);
        }
    }

    /// <summary>Returns the first unused name. When all names of a theme are used, numbers are appended.</summary>
    public static string Suggest(string theme, string layer, IReadOnlySet<string> used) =>
        Candidates(Names.GetValueOrDefault(theme) ?? [], layer).First(name => !used.Contains(name));

    private static IEnumerable<string> Candidates(string[] names, string layer)
    {
        for (var round = 1; ; round++)
        {
            foreach (var name in names.Length > 0 ? names : [layer])
            {
                yield return names.Length > 0 && round == 1 ? name : $"{name}{round}";
            }
        }
    }

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
