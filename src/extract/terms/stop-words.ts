import { wordOf } from '../text/word';

/** Words that hold a sentence together. */
const GRAMMAR = `
  a about above across after again against al all almost along already also although always am among an and another
  any are aren around as at away be because become been before behind being below beside between beyond both but by
  can cannot could did do does doesn don done down due during each eg either else enough especially et etc even ever
  every few for from further furthermore had has have he hence her here his how however i ie if in indeed instead
  into is isn it its itself just lastly least less let like likely ll made mainly many may me might more moreover
  most mostly much must my namely near nearly neither never nevertheless no non none nor not nothing now of off
  often on once only onto or other otherwise our out over own per perhaps possibly quite rather re really same shall
  she should simply since so some something sometimes still such than that the their them then there thereby
  therefore these they this those though through throughout thus to together too toward towards typically under
  unless unlike until up upon us ve very via vs was way we well were what when where whereas whether which while who
  whole whom whose why will with within without won would yet you your
`;

/** Words that papers say of themselves, of each other and of how good they are, whatever they are about. */
const SCHOLARLY = `
  ablation able abstract accordingly account accurate accurately achieve actual actually add added adding additional
  additionally address adopt advance advantage aim allow alternative analyse analyze appear applicable application
  apply approach appropriate approximately arbitrarily arbitrary area argue article aspect assume attempt available
  average avoid base based basic begin benefit best better big bring broad build built call called capability
  capable capture careful carefully case cause certain challenge characteristic characterize choice choose classic
  clear clearly close closely code collect combination combine come common commonly community comparable compare
  comparison competitive complete completely component comprehensive comprehensively compute concept conclude
  conduct confirm consequently consider considerable considerably consist consistent consistently construct contain
  contribute contribution conventional core correspond corresponding cost costly cover create critical crucial
  crucially current currently deeper deliver demand demonstrate demonstration denote depend derive describe design
  desired despite detail determine develop development differ difference different difficult difficulty direct
  directly discover discuss distinct diverse drawback driven easily easy effect effective effectively effectiveness
  efficacy efficiency efficient efficiently effort eliminate emerge empirical empirically employ enable encourage
  enhance enhancement ensure entire entirely equal essential establish evaluate evaluation evidence exact exactly
  examine example exceed excellent exhibit exist existing expect experiment experimental experimentally explain
  explicit explicitly exploit explore extend extension extensive extensively extra facilitate fact factor fail fall
  family far faster fewer final finally find finding finish first five fix flexible focus follow form formal
  formally formulate found four framework free full fully fundamental future gain gap general generally generic
  github give go goal good great greatly group grow handle hard help high highlight highly hold html http https huge
  hundred idea ideal identify illustrate impact implement implementation implication imply importance important
  importantly impose impressive improve improvement include incorporate increase increasing increasingly indicate
  individual influence inform inherent initial initially insight inspire integrate interest interesting
  interestingly intermediate introduce intuition intuitive intuitively investigate investigation involve issue item
  jointly keep key know known lack large largely larger largest last lead leverage lie limit limitation little long
  longer low lower main maintain major make manner manual manually mean meaningful measure method methodology
  million minimal minor modern modest motivate multiple naturally necessary need new newly next nine notable notably
  note novel number numerous observation observe obtain obvious occur offer official one open order original outcome
  outline outperform overall overcome page paper part partial particular particularly past perform performance
  perspective phase phenomenon pipeline play point poor popular pose positive possess possible potential potentially
  power powerful practical practically practice practitioner precise precisely preliminary presence present preserve
  prevent previous previously primarily primary principle principled prior procedure produce project promise
  promising promote prone proof proper properly property propose provably prove provide public publicly purpose put
  qualitative quality quantify quantitative question quickly raise range rapid rapidly reach readily real reason
  reasonable recent recently reduce reduction refer regard relate relation relative relatively release relevant rely
  remain remarkable remarkably report represent require requirement research researcher respect respective
  respectively rest result reveal review rich rise role run satisfy scenario scheme second section see seek seem
  select serve set setting setup several severe shed short show showcase shown significance significant
  significantly similar similarly simple simpler simplicity simultaneously single situation six size slight slightly
  small smaller smallest solely solid solve sophisticated sota special specific specifically stage standard start
  state step straightforward strength strict strong strongly struggle study subsequent subsequently substantial
  substantially succeed success successful successfully suffer sufficient suggest suitable summarize superior
  superiority support surpass surprising surprisingly survey systematic systematically tackle take taken technique
  ten tend term theoretical theoretically third thorough thoroughly thousand three time today toolkit top topic
  total traditional treat trend true try two typical ubiquitous ultimately uncover underlying understand unexplored
  unfortunately unified unify unique unknown upper usage use used useful using usual utility utilize valid validate
  validation valuable variant variety various vary vast verify view wide widely widespread wise work world worse
  worst write year yield zero
`;

/** Nouns that stand in half of all texts: no subject alone, but part of one in `source domain` or `loss function`. */
const GENERIC = `
  accuracy algorithm analysis answer assumption baseline behavior benchmark bound class co complexity computational
  condition context cross data dataset deep dependent distribution domain dynamic element environment error estimate
  estimation feature field fine function generalization generalize generate generation head image information input
  inter intra knowledge label language layer learn level line machine mechanism metric mode model modeling module
  multi natural net network neural object objective operation optimal optimize output parameter pattern post pre
  predict prediction problem process processing rate representation resource robust robustness sample scale score
  self semi sequence shot signal solution source space strategy structure sub supervise system target task test text
  theory tool train training transfer transform type unit user value variable variance version weight word
`;

const stems = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).flatMap((word) => (word ? [wordOf(word).stem] : [])));

/** Stems of words that name no subject; no phrase reaches over one. */
export const EMPTY_WORDS = new Set([...stems(GRAMMAR), ...stems(SCHOLARLY)]);

/** Stems of words that name a subject only beside another word. */
export const GENERIC_WORDS = stems(GENERIC);
