/**
 * Words that diplomatic papers use: those of the public-domain documents of "Foreign Relations of the
 * United States" that this project was developed on, and common ones beside them. They tell a word
 * divided at the end of a line from two words with a hyphen.
 */
const LIST = `
abandonment ability about above abroad absence abundantly accelerated accept acceptance accepted
accepts access accommodation accompanied accomplished accord accorded accords account accounts
accredited achieve achieved acknowledge acknowledgment acquire acting action actions active
actively activities activity actual actually acute adaptation added adding addition additional
address addressee addressees adequate administration admiral admission admitting adopt advance
advantage advisability advise adviser advocate affairs affecting affiliate afford after
afternoon again against agencies agenda agents aggression agree agreed agreeing agreement
agreements agrees aircraft airfield airlift airmailed airport alive allegation allegations
alliance allies allocation almost along already alternative alternatives although ambassador
ambition ambitious ameliorating amended ammunition amnesty among amount amplifying amply
analysis analyzing announce announced announcement annuls another answer answering answers
anticipate anxious anything apparatus apparent apparently appeal appear appearance appeared
appears applicable applicant application applications applied appoint appointment appraisals
appreciate appreciation apprehension apprehensive approach approached appropriate approval
approve approved approximate approximately areas arise arising armed around arouse arrange
arranged arrangement arrangements arrest arrested arrests arrival arrive arrived arriving
article ascertain aside asked aspect aspects aspirations assassination assault assembly
assessment asset assets assign assignment assist assistance assisted associate associated
association assume assuming assumption assurance assurances assure assured atomic attach attache
attaches attack attacks attempt attempted attempting attempts attend attended attention attitude
attributes auspices authorities authority authorize authorized available average avert aviation
avoid avoided avowed aware backed background backing balance balanced banners based basic basis
battalion bearing because become before begin behavior being belief believe believed believes
belligerent beneath benefits better between beyond bilateral blasts bloodshed bluster bombers
bombing border bordering bound branch branches break briefed briefing briefly brigade bringing
brink broadcast broken brother brought budget build building buildup buildups business bypassed
cabinet cable calibration called calling campaign camps candidacy candidate cannot capabilities
capability capable capacity capital capitol capitulate capping captain capture carded career
careful carrier carry carrying cases casual casualties catastrophe category cause caused caution
cautiously cease center central ceremony certain certainly certificate chairman
challenge chance change channel channels character charge charged charges charity chauffeur
chief choice choose circle circular circulate circumstances citizen citizens civil civilian
claims clandestine clarity classified clear clearance cleared clearly climate cloak close closed
closely coalition coast coasts coincided collaborate collapse colleague collect collective
collectively colonel colors combat combined comforts coming command commander commando
commemorate commence comment comments commerce commercial commission commissioners commit
commitment commitments committed committee common communicate communication communications
communique communism communist community companies company comparable compare compatible
compensation competent complain complete completely complicate complicated complicating complied
comply component compromise concede conceivably concentrate concentration concepts concern
concerned concerning concert conciliatory conclude conclusion conclusions concrete concretely
concurred condition conditions conduct conducted conducting confederacy conference confessed
confidence confident confidential confirm confirmation confirmed confirming confirms confiscated
conflict congress connection consequence consequent consequently consider considerable
considerably consideration considerations considered considering considers consist consistently
constant constitute constitution constitutional construct constructive construed consul consular
consulate consult consultation consulting contact contain contained containing contemplate
contemplated contemplating content context continent contingencies continuance continue
continued continuity contract contrary contrast contribute contribution contributions control
controls controversies convening convention conventions conversation conversations converting
conveyed conviction convince convinced convoking cooling cooperate cooperation cooperative
coordinate coordination copies cordial correct correspond correspondence corridors could council
counsel counter counteract counterpart countries country countryside coupled coups courage
courier course courses cover covered covert cream create created creation creature credit
criminal crisis critical criticism crops cross crowd cultural cumulative currency current
customs cynics damage danger dangerous dangers dated daughter deadline dealing debate debating
december decide decided decides decision declaration declare declared declassified decline
decrease deeply defeat defector defend defended defense defensive deference definite definitive
delay delaying delegate delegation deleted deliberate deliberations deliveries delivery demand
democracy democratic demonstrate demonstrated demonstration demoralizing denial department
departure depend depended dependents depressing depression deputy derive derogatory describe
described description designate desirability desire desires despatch despatches destroy
destroying destruction detail detailed details detain deteriorate determination determine
determined determining develop developing development developments develops device devote
dictatorship dictatorships difference differences different differently difficult difficulties
difficulty diplomacy diplomat diplomatic direct direction directly director disagree
disappointment disaster disclose disclosure discontinue discourage discover discretion discuss
discussed discussing discussion discussions disinclined dismiss dispatch dispirited display
displeasure dispose dispute distracting distribute distributed distribution district disturbance
divide division divisive document documents doing domestic dominance domination doubt doubted
doubts drawing during duties earlier early earned economic economy educate education effect
effective effectively effectiveness effects effort efforts either elaborate elapsed election
elections element elements eligible eliminate elsewhere eluded emanate embassy emergency
emphasis emphasize emphasized employ employee enable encourage encouraged encouraging
endangering endeavor endeavoring endure enemy engage engaged engine enjoyed enlargement ensuing
ensure entering enterprise entire entirely entry enunciated equally equipment escape escaped
especially essential essentially essentials establish established establishment estimate
estimates evacuate evacuated evacuation evacuees evaluate evaluation evening event eventual
every everywhere evidence evidences exactly examination example except exception excessive
exchange exchanges exchanging excluding exclusively execution executive exercise exert exile
exiles exist existing exists expanded expect expected expediency expedient expense expensive
experience experiment expert explain explained explanation explode exploit exploration explore
exploring explosives export expos expose exposed exposition express expressed expressing
expression extend extension extent external externally extra extracontinental extreme extremely
faced facilitating facilities facing factor factors facts factual fails failure faith faithful
falling false familiar family faults favor favorable favorably feasible federal feeling feels
fellow fields fight fighting figure files final finalized financial finish firms first fitting
flareups flight flights flooded flowing fluff flying follow followed following follows footnote
force forces forecast forecasting foregoing foreign foremost foresee formal formally former
formidable formula forth forty forward forwarded found founded fourth fractionized framework
frankness fraternity freedom freely frequent frequently friend friendly friends friendship
frontier frontiers frustration fulfilled fulfillment fullest fully function fundamental funds
further furtherance future gained gains gangsterism garble gather general generally gesture
given gives giving going government governments governor govts grade grant grateful grave
gravity great greater greatly grips ground group groups guarantee guard guerrilla guidance guise
handle hands happen happy harbor harmony hasty hatreds having headed headquarters health heavy
helpful helpless hemisphere hemispheric hence henceforth herewith hesitant hesitation hiding
highest highly himself history honor honoring hookup hopeful hopes hospital hostile hostilities
hours however human hundred ideals ideas identifiable identification identify identity
ideological ignored illegal illegible immediate immediately impact impartiality imperatives
implement implementation implemented implements implication implications implicit implied import
importance important impose imposed imposition impossible impotence impress impression
impressive imprisonment improve improved inasmuch inaugural incident incidents inciting inclined
include included including increase increased increasing increasingly indecision indeed
independence independent indicate indicated indicates indication indirect individual
individually indoctrination industrial industry ineffective inferred infiltrate infiltration
inflicted influence inform informal informality informally informant information informed
inhabitants inherently inhibit initial initiative inquire inquiries inquiry insecurity inside
insist insisting insolence insoluble inspect inspiration installations instance instant instead
instilling institution institutional institutions instruct instructed instruction instructions
insurgent insurrection integrity intelligence intend intending intense intensified intensifies
intensify intensifying intensive intent intention intentions intercept intercepts interchanged
interest interestate interests interference interior intermediary internal international
interpret interrogate interrogation intervene intervened intervention interview intimated
introduce intrusion invade invasion investigate investigation invite inviting invoke involve
involved involvement irreparable irrigation island isolate isolated isolation issue issued
issues items itself january jealousy joining joint journalist judgment juridical justice
justified justify keeping knowledge known labor landed lands language large largely larger
lasting later latter launch leader leaders leadership leading leads leaflet least leave leaving
legal legalistic legation legislation lengthy lessening letter level levied liaison liberation
liberty light likelihood likely likewise limit limited lines linkable listened little living
loans local location locations locus lodging longer looked looks lordship loyal loyalist
loyalists machine machinery maintain maintained maintaining major majority making manage manager
managers manifest manner march marginal marine maritime marked market marketing material matter
matters maximum meaningful means meanwhile measure measures medicines meeting meetings meets
member members membership memcon memorandum menacing mention mentioned mentioning merchant
merely message messages method methods midst might mildly military militated minimal minimize
minimum minister ministers ministry minute misled missile missiles mission missions modern
modification moment money monsoon month months moral morning motor moved movement moving
multilateral municipal mutual named namely names narrow nation national nationalism nationalist
nationalize nationals nations nationwide native naturally nature naval nearing necessary
necessity needed negative negotiate negotiated negotiation negotiations neighboring neither
neutral neutralist neutrality never nevertheless newspaper nibbling normal north northern notes
notice noticed notify november nuclear number numbered numerous obedient object objecting
objection objective objectives obligation obligations observance observe observer obstruction
obtain obvious obviously occasion occupation occupy occupying october offensive offer offering
offers office officer officers official officials onerous openly operate operation operational
operations opinion opinions opportunities opportunity oppose opposed opposing opposition option
order ordinary organ organization organize organized organizing organs orientation origin
original originally originating originator other others otherwise ourselves outbreak outlined
outside overestimate overlook overt overthrow overthrowing overtly owner package panel paper
paragraph parallel parliament partially participants participate participating participation
particular particularly partner parts party passage passed passenger passport pathetic patrol
pattern payment peace peaceful peasants penalized penalty pending penetrate penetration people
peoples perceive perceives perform perhaps period permanent permission permit permitted person
personal personally personnel persons persuade phases photograph physical pilot placed places
placing planes planning plans platform played please pleased plenary point pointed pointing
points police policy political politician polity population portion posed position possibility
possible possibly postpone postponement posts potential power powerful powers practical practice
praising precede preceding precise prefer preferable preferring preliminary premature
preoccupation preparation preparations prepare prepared presence present presentation presented
presently presents preserve president presidential press pressure prestige prevent previous
previously primarily primary prime principal principle principles prior prison prisoner
prisoners private privilege probability probable probably probe problem problems procedure
procedures proceed process proclaimed produce production professing program progress progressive
prohibit project prominent promise promised promote promotion prompt promptly proof propaganda
proper property proportion proposal proposals propose proposed prospect prospects protect
protection protest protracted prove provide provided provides providing province provisional
provisions public publication publicity publicized publicly publish pulling punish punished
purchasable purchase purchases purely purport purpose purposes pursuant pursue pursuing pushed
putting qualify quantities quarter question questionable questioned questions quicker quickly
quite radar radical radio raids railway raising rally rapidly rather ratification ratify reach
reached reaching react reaction reactionary reactions reads ready reality realization realize
realizes really reason reasonable reasons rebel receipt receive received recent recently
receptivity recital recognition recognize recognized recommend recommendation recommendations
reconcile record recourse recruit recruitment reduce reestablish reexpressed refer reference
referred referring refineries reflect reform refuge refugee refugees refusal refuse refused
regard regarding regardless regime region regional register regular regulation reintegration
reject rejected relate relating relation relations relationship relationships relative
relatively relaxation relaxed release released reliable relief reluctance remain remained
remaining remains remark remarked remember remove removed renew renounce renunciation repeat
repeated repeats replace replied reply report reported reporter reporting reports represent
representation representative representatives represented repression republic request requested
requests require required requirement requires reserve resettlement residence resident resign
resignation resigning resist resistance resolution resolutions resource respect respecting
respective respond responded response responsibilities responsibility responsible resting
restored restrict restrictions result resume retain retire retirement return returned reveal
review reviewed reviewing revolution revolutionary right rights rising risks rocket route routes
russian sabotage safeguard safety sales sanctions satisfactory satisfied satisfy scene schedule
scheme science search season seceded second secrecy secret secretary section sector sectors
secure securely security seeking seems seizure selected senate senator sending sense sensible
sensitive sentence separate separated september sergeant serious seriously seriousness servant
serve served service services session setback settle settlement several severely shall share
shared sharpening shelter shipment shipments shipping short shortly should showed showing shown
shrink sides sierra signal signature signed significance significant silent similar simple since
sincere singly situation situations skeptics skilled slogans small social socialist society
soldier soliciting solidarity solution solve something sometimes somewhat soonest sought source
sources southern sovereignty soviet spare speaking special specific specifically specified
specifying speech speeches sphere spirit spiritual spite spoke spoken spokesman spread squadron
stability staff stage staging stalemate stand standard state stated statement statements states
stating station stature status stepped steps still stockpile stools strategic streams strength
strengthen stress stressing stricken strictly strike striking strip strips strong strongly
structure struggle struggled struggling student study subject subjects submit subsequent
substance substantial subversion subversive subvert subverting succeed succeeding success
successful suffer suffering sufficient suggest suggested suggestion suggestions suggests
summarized summary supervise supplied supplies supply support supported supporter supporting
suppose supra surface surprise surrender surrounding surveillance survival suspect suspend
sustained symbolic sympathy synchronized system tactic tactics taken taking talks target taxes
technical technician technicians techniques telegram telegrams telephone temperament temporal
temporary tending tenor tense tension tensions terminate termination territory terror terrorist
testimony testing thanks their themselves thence theological theoretical there therefore
thereupon these thing think third thorough those though thought threat threaten threatened
threatening threatens threats three through throughout throw tightened times timidity today
together token tomorrow tones tonight total totalitarian tottering touch toward towards traced
trade tradition traffic tragedy training tranquility transfer transit transmission transmit
transmittal transport transportation travel treasury treaties treatment treaty tribunal troops
trouble trust tying typical tyranny ultimate ultimately unable unanimously uncleared unconfirmed
uncoordinated under underground undermine undermining understand understanding undertake
undertaken unemotional unequivocal unfounded unilateral unimpeachable unimportant union united
units unity university unless unlike unmarked unofficial unparalleled unprofitable unrest
unseating unsettled unsigned unstable unsuccessful until unwilling urged urgent urgently urging
urtel using usual utilization utilize utilizing vacilating vacuum value vanguard various vehicle
version vessel vessels veteran victory viewed views vigorous village violation violence visit
visitor vital voice voluntarily voluntary volunteer voted vulnerable waiting warehouse warfare
warned warning waterway weakening weapon weapons weary weather weeks welcome welcomed welfare
western whatever whatsoever where whether which while white whose widening willing withdraw
withdrawal withdrawing withheld withhold withholding within without witness worker world worthy
would wounds write written years yesterday
`;

let known: ReadonlySet<string> | null = null;

/** Whether a word, in whatever case, is one of a list of common words of five letters and more. */
export function isKnownWord(word: string): boolean {
  known ??= new Set(LIST.trim().split(/\s+/));
  return known.has(word.toLowerCase());
}

/**
 * Whether a word is known, or a known one with an ending: `refused`, `growers`. Words as short as
 * these lists have none tell nothing.
 */
export function isKnownForm(word: string): boolean {
  if (isKnownWord(word)) return true;
  const stem = /^(\p{L}{4,}?)(?:s|es|d|ed|ing|r|er|rs|ers|ly)$/iu.exec(word)?.[1];
  return stem !== undefined && (isKnownWord(stem) || isKnownWord(`${stem}e`));
}

const ENDING =
  /^(?:[st]ions?|tional(?:ly)?|ments?|mental(?:ly)?|ness|ings?|ed|ers?|ly|ily|ity|ities|[ae]nces?|[ai]bly|ible|ical(?:ly)?|ists?|isms?|ous(?:ly)?|ives?|ively|ized?|izing|[bdpt]ed|[bdpt]ing|ency|ancy|[st]ive(?:ly)?|ernments?|(?:[bcdfglmpstuvz]|[cilntv]?i|iz|[mn]i?z|l[ai]z|s?t?r|g[nr]|t[ru])ations?)$/iu;

/** What looks like an ending and is a word, a name or the second half of a compound. */
const NO_ENDING = /^(?:bed|ted|ring|ping|rations?)$/i;

/**
 * Whether a string can only be the end of a word (`tion`, `ernment`): endings that no English word
 * is spelled like. A word that ends so itself (`wing`, `owned`, `growers`) is none.
 */
export function isWordEnding(part: string): boolean {
  return ENDING.test(part) && !NO_ENDING.test(part) && !isKnownWord(part);
}

/** Tens and units: `twenty-one`, `thirty-first`. */
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;
const UNITS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/i;

/** First parts that keep their hyphen before any word of its own. */
const KEEPING = /^(?:self|half|quasi|vice|well|sino|anglo|franco|afro|two|three|four|five)$/i;

/** First parts that some write with a hyphen and some without. */
const WAVERING =
  /^(?:anti|pro|non|ex|semi|mid|all|ill|so|latin|pan|under|secretary|attorney|commander|cease|counter|air|sea|far|long|short|high|low|full|part|one|first|second|third|re|co|pre|post|inter|sub)$/i;

/** Beginnings of names that go on with a capital and without a hyphen: `McDonald`. */
const NAME_BEGINS = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O[’'])$/;

/**
 * Whether a compound keeps its hyphen where a line ends after it: before a capital in running text
 * (`anti-Castro`), in a number (`twenty-one`), and after parts that always have one before a word
 * (`self-defense`).
 */
export function keepsHyphen(first: string, second: string): boolean {
  if (TENS.test(first) && UNITS.test(second)) return true;
  const inCapitals = first === first.toUpperCase() && second === second.toUpperCase();
  if (!inCapitals && /^\p{Lu}/u.test(second)) return !NAME_BEGINS.test(first);
  return KEEPING.test(first) && isKnownForm(second);
}

/** Second halves of compounds: `state-owned`, `left-wing`, `build-up`. */
const SECOND_HALF =
  /^(?:wing|owned|led|held|born|made|backed|based|trained|armed|sponsored|controlled|run|rich|poor|saving|loving|abiding|making|raising|growers?|fire|like|minded|style|type|wide|term|level|ranking|range|scale|sided|up|down|out|off|in|on|by|over|through|between|general|martial|elect|law|called|time|night|man|men|ring|mill|market|union|gas|age|cream|house|core)$/i;

/** Whether two parts of a divided word are better offered with a hyphen between them than without. */
export function mayKeepHyphen(first: string, second: string): boolean {
  if (WAVERING.test(first) || KEEPING.test(first) || SECOND_HALF.test(second)) return true;
  return isKnownForm(second) || isKnownForm(first);
}
