//! The types of schema.org (release 29) that an entry can be of.
//!
//! In: the `schema` of a kind of the vocabulary. Out: that type where it is one of the family, else
//! the family's own. Promise: a node never has a type that knows nothing of its properties.

/// The type of a space: `Place` or one below it.
pub(super) fn place(wanted: Option<&str>) -> &'static str {
    known(PLACES, wanted).unwrap_or("Place")
}

/// The type of a partner: `Organization` or one below it.
pub(super) fn organization(wanted: Option<&str>) -> &'static str {
    known(ORGANIZATIONS, wanted).unwrap_or("Organization")
}

/// The type of an event: `Event` or one below it.
pub(super) fn event(wanted: Option<&str>) -> &'static str {
    known(EVENTS, wanted).unwrap_or("Event")
}

fn known(types: &'static str, wanted: Option<&str>) -> Option<&'static str> {
    let wanted = wanted?;
    types.split_ascii_whitespace().find(|known| *known == wanted)
}

/// `Place` and all below it.
const PLACES: &str = "\
    Accommodation AccountingService AdministrativeArea AdultEntertainment Airport AmusementPark \
    AnimalShelter Apartment ApartmentComplex Aquarium ArchiveOrganization ArtGallery Attorney \
    Audiology AutoBodyShop AutoDealer AutoPartsStore AutoRental AutoRepair AutoWash \
    AutomatedTeller AutomotiveBusiness Bakery BankOrCreditUnion BarOrPub Beach BeautySalon \
    BedAndBreakfast BikeStore BoatTerminal BodyOfWater BookStore BowlingAlley Brewery Bridge \
    BuddhistTemple BusStation BusStop CafeOrCoffeeShop Campground CampingPitch Canal Casino \
    CatholicChurch Cemetery ChildCare Church City CityHall CivicStructure ClothingStore \
    CollegeOrUniversity ComedyClub CommunityHealth ComputerStore Continent ConvenienceStore \
    Country Courthouse CovidTestingFacility Crematorium DaySpa DefenceEstablishment \
    DefinedRegion Dentist DepartmentStore Dermatology DietNutrition Distillery \
    DryCleaningOrLaundry EducationalOrganization Electrician ElectronicsStore ElementarySchool \
    Embassy Emergency EmergencyService EmploymentAgency EntertainmentBusiness EventVenue \
    ExerciseGym FastFoodRestaurant FinancialService FireStation Florist FoodEstablishment \
    FurnitureStore GardenStore GasStation GatedResidenceCommunity GeneralContractor Geriatric \
    GolfCourse GovernmentBuilding GovernmentOffice GroceryStore Gynecologic HVACBusiness \
    HairSalon HardwareStore HealthAndBeautyBusiness HealthClub HighSchool HinduTemple HobbyShop \
    HomeAndConstructionBusiness HomeGoodsStore Hospital Hostel Hotel HotelRoom House \
    HousePainter IceCreamShop IndividualPhysician InsuranceAgency InternetCafe JewelryStore \
    LakeBodyOfWater Landform LandmarksOrHistoricalBuildings LegalService LegislativeBuilding \
    Library LiquorStore LocalBusiness Locksmith LodgingBusiness MedicalBusiness MedicalClinic \
    MeetingRoom MensClothingStore MiddleSchool Midwifery MobilePhoneStore Mosque Motel \
    MotorcycleDealer MotorcycleRepair Mountain MovieRentalStore MovieTheater MovingCompany \
    Museum MusicStore MusicVenue NailSalon NightClub Notary Nursing Obstetric OceanBodyOfWater \
    OfficeEquipmentStore Oncologic Ophthalmology Optician Optometric Otolaryngologic OutletStore \
    Park ParkingFacility PawnShop Pediatric PerformingArtsTheater PetStore Pharmacy Physician \
    PhysiciansOffice Physiotherapy Place PlaceOfWorship PlasticSurgery Playground Plumber \
    Podiatric PoliceStation Pond PostOffice Preschool PrimaryCare ProfessionalService \
    Psychiatric PublicHealth PublicSwimmingPool PublicToilet RVPark RadioStation RealEstateAgent \
    RecyclingCenter Reservoir Residence Resort Restaurant RiverBodyOfWater RoofingContractor \
    Room School SchoolDistrict SeaBodyOfWater SelfStorage ShoeStore ShoppingCenter \
    SingleFamilyResidence SkiResort SportingGoodsStore SportsActivityLocation SportsClub \
    StadiumOrArena State Store SubwayStation Suite Synagogue TattooParlor TaxiStand \
    TelevisionStation TennisComplex TireShop TouristAttraction TouristDestination \
    TouristInformationCenter ToyStore TrainStation TravelAgency VacationRental Volcano Waterfall \
    WholesaleStore Winery Zoo";

/// `Organization` and all below it.
const ORGANIZATIONS: &str = "\
    AccountingService AdultEntertainment Airline AmusementPark AnimalShelter ArchiveOrganization \
    ArtGallery Attorney Audiology AutoBodyShop AutoDealer AutoPartsStore AutoRental AutoRepair \
    AutoWash AutomatedTeller AutomotiveBusiness Bakery BankOrCreditUnion BarOrPub BeautySalon \
    BedAndBreakfast BikeStore BookStore BowlingAlley Brewery CafeOrCoffeeShop Campground Casino \
    ChildCare ClothingStore CollegeOrUniversity ComedyClub CommunityHealth ComputerStore \
    Consortium ConvenienceStore Cooperative Corporation CovidTestingFacility DanceGroup DaySpa \
    Dentist DepartmentStore Dermatology DiagnosticLab DietNutrition Distillery \
    DryCleaningOrLaundry EducationalOrganization Electrician ElectronicsStore ElementarySchool \
    Emergency EmergencyService EmploymentAgency EntertainmentBusiness ExerciseGym \
    FastFoodRestaurant FinancialService FireStation Florist FoodEstablishment FundingAgency \
    FundingScheme FurnitureStore GardenStore GasStation GeneralContractor Geriatric GolfCourse \
    GovernmentOffice GovernmentOrganization GroceryStore Gynecologic HVACBusiness HairSalon \
    HardwareStore HealthAndBeautyBusiness HealthClub HighSchool HobbyShop \
    HomeAndConstructionBusiness HomeGoodsStore Hospital Hostel Hotel HousePainter IceCreamShop \
    IndividualPhysician InsuranceAgency InternetCafe JewelryStore LegalService Library \
    LibrarySystem LiquorStore LocalBusiness Locksmith LodgingBusiness MedicalBusiness \
    MedicalClinic MedicalOrganization MensClothingStore MiddleSchool Midwifery MobilePhoneStore \
    Motel MotorcycleDealer MotorcycleRepair MovieRentalStore MovieTheater MovingCompany \
    MusicGroup MusicStore NGO NailSalon NewsMediaOrganization NightClub Notary Nursing Obstetric \
    OfficeEquipmentStore Oncologic OnlineBusiness OnlineMarketplace OnlineStore Ophthalmology \
    Optician Optometric Organization Otolaryngologic OutletStore PawnShop Pediatric \
    PerformingGroup PetStore Pharmacy Physician PhysiciansOffice Physiotherapy PlasticSurgery \
    Plumber Podiatric PoliceStation PoliticalParty PostOffice Preschool PrimaryCare \
    ProfessionalService Project Psychiatric PublicHealth PublicSwimmingPool RadioStation \
    RealEstateAgent RecyclingCenter ResearchOrganization ResearchProject Resort Restaurant \
    RoofingContractor School SearchRescueOrganization SelfStorage ShoeStore ShoppingCenter \
    SkiResort SportingGoodsStore SportsActivityLocation SportsClub SportsOrganization SportsTeam \
    StadiumOrArena Store TattooParlor TelevisionStation TennisComplex TheaterGroup TireShop \
    TouristInformationCenter ToyStore TravelAgency VacationRental VeterinaryCare WholesaleStore \
    Winery WorkersUnion";

/// `Event` and all below it, without what schema.org has given up.
const EVENTS: &str = "\
    BroadcastEvent BusinessEvent ChildrensEvent ComedyEvent ConferenceEvent CourseInstance \
    DanceEvent DeliveryEvent EducationEvent Event EventSeries ExhibitionEvent Festival FoodEvent \
    Hackathon LiteraryEvent MusicEvent OnDemandEvent PerformingArtsEvent PublicationEvent \
    SaleEvent ScreeningEvent SocialEvent SportsEvent TheaterEvent VisualArtsEvent";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_of_another_family_is_not_taken() {
        assert_eq!(place(Some("BuddhistTemple")), "BuddhistTemple");
        assert_eq!(place(Some("GovernmentOrganization")), "Place");
        assert_eq!(organization(Some("NGO")), "NGO");
        assert_eq!(organization(Some("Park")), "Organization");
        assert_eq!(event(Some("EducationEvent")), "EducationEvent");
        assert_eq!(event(Some("Evnt")), "Event");
        assert_eq!(event(None), "Event");
    }
}
